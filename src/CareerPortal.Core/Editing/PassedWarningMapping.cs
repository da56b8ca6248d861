using CareerPortal.Accounts;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Editing;

internal sealed class PassedWarningMapping : IEntityTypeConfiguration<PassedWarning>
{
    public void Configure(EntityTypeBuilder<PassedWarning> builder)
    {
        builder.ToTable("PassedWarnings");
        builder.HasOne<Guide>().WithMany().HasForeignKey(e => e.GuideId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.ContentHash).HasMaxLength(Revision.HashLength);
        builder.Property(e => e.Path).HasMaxLength(DraftEdit.PathMaxLength);
        builder.Property(e => e.Rule).HasMaxLength(AuditEntry.WordMaxLength);
        builder.Property(e => e.Reason).HasMaxLength(AuditEntry.ReasonMaxLength);
    }
}
