using CareerPortal.Accounts;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Editing;

internal sealed class GuideCareMapping : IEntityTypeConfiguration<GuideCare>
{
    public void Configure(EntityTypeBuilder<GuideCare> builder)
    {
        builder.ToTable("GuideCare");
        builder.HasKey(e => e.GuideId);
        builder.Property(e => e.GuideId).ValueGeneratedNever();
        builder.HasOne<Guide>().WithMany().HasForeignKey(e => e.GuideId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.Version).IsConcurrencyToken();
    }
}
