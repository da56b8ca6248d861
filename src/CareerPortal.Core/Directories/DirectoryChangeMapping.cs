using CareerPortal.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Directories;

internal sealed class DirectoryChangeMapping : IEntityTypeConfiguration<DirectoryChange>
{
    public void Configure(EntityTypeBuilder<DirectoryChange> builder)
    {
        builder.ToTable("DirectoryChanges");
        builder.Property(e => e.Code).HasMaxLength(DirectoryChange.CodeMaxLength);
        builder
            .HasIndex(e => new
            {
                e.Kind,
                e.Code,
                e.Number,
            })
            .IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.Note).HasMaxLength(AuditEntry.ReasonMaxLength);
    }
}
