using CareerPortal.Accounts;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Editing;

internal sealed class RevisionNameMapping : IEntityTypeConfiguration<RevisionName>
{
    public void Configure(EntityTypeBuilder<RevisionName> builder)
    {
        builder.ToTable("RevisionNames");
        builder.HasKey(e => e.RevisionId);
        builder.Property(e => e.RevisionId).ValueGeneratedNever();
        builder.HasOne<Revision>().WithMany().HasForeignKey(e => e.RevisionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.Name).HasMaxLength(Account.NameMaxLength);
    }
}
