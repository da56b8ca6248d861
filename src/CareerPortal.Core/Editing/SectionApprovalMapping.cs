using CareerPortal.Accounts;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Editing;

internal sealed class SectionApprovalMapping : IEntityTypeConfiguration<SectionApproval>
{
    public void Configure(EntityTypeBuilder<SectionApproval> builder)
    {
        builder.ToTable("SectionApprovals");
        builder.HasOne<Guide>().WithMany().HasForeignKey(e => e.GuideId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.ContentHash).HasMaxLength(Revision.HashLength);
        builder.Property(e => e.Section).HasMaxLength(DraftTab.SectionMaxLength);
        builder
            .HasIndex(e => new
            {
                e.GuideId,
                e.Section,
                e.AccountId,
            })
            .IsUnique();
    }
}
