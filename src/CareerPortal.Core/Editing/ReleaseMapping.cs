using CareerPortal.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Editing;

internal sealed class ReleaseMapping : IEntityTypeConfiguration<Release>
{
    public void Configure(EntityTypeBuilder<Release> builder)
    {
        builder.ToTable("Releases");
        builder.Property(e => e.Name).HasMaxLength(Release.NameMaxLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.CreatedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.ApprovedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(e => e.Items).WithOne().HasForeignKey(i => i.ReleaseId);
        builder.HasIndex(e => new { e.State, e.PublishAtUtc });
        builder.Property(e => e.Version).IsConcurrencyToken();
    }
}
