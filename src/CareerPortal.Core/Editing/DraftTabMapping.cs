using CareerPortal.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Editing;

internal sealed class DraftTabMapping : IEntityTypeConfiguration<DraftTab>
{
    public void Configure(EntityTypeBuilder<DraftTab> builder)
    {
        builder.ToTable("DraftTabs");
        builder.HasKey(e => new { e.DraftId, e.TabId });
        builder.HasOne<Draft>().WithMany().HasForeignKey(e => e.DraftId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.Section).HasMaxLength(DraftTab.SectionMaxLength);
    }
}
