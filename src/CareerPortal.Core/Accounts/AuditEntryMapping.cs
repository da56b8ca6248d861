using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Accounts;

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.Action).HasMaxLength(AuditEntry.WordMaxLength);
        builder.Property(e => e.ObjectKind).HasMaxLength(AuditEntry.WordMaxLength);
        builder.Property(e => e.ObjectId).HasMaxLength(AuditEntry.IdMaxLength);
        builder.Property(e => e.Fields).HasConversion<AsJson<IReadOnlyList<string>>, JsonEquality<IReadOnlyList<string>>>();
        builder.Property(e => e.Reason).HasMaxLength(AuditEntry.ReasonMaxLength);
        builder.HasIndex(e => new { e.ObjectKind, e.ObjectId });
        builder.HasIndex(e => e.AtUtc);
    }
}
