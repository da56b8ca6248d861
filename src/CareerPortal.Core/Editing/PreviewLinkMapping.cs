using CareerPortal.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Editing;

internal sealed class PreviewLinkMapping : IEntityTypeConfiguration<PreviewLink>
{
    public void Configure(EntityTypeBuilder<PreviewLink> builder)
    {
        builder.ToTable("PreviewLinks");
        builder.Property(e => e.TokenHash).HasMaxLength(AccountTicket.HashLength);
        builder.HasIndex(e => e.TokenHash).IsUnique();
        builder.HasOne<Release>().WithMany().HasForeignKey(e => e.ReleaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.CreatedById).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.Note).HasMaxLength(Account.NameMaxLength);
        builder.HasIndex(e => e.ExpiresUtc);
    }
}
