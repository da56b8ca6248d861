using CareerPortal.Accounts;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Editing;

internal sealed class ShareLinkMapping : IEntityTypeConfiguration<ShareLink>
{
    public void Configure(EntityTypeBuilder<ShareLink> builder)
    {
        builder.ToTable("ShareLinks");
        builder.Property(e => e.TokenHash).HasMaxLength(AccountTicket.HashLength);
        builder.HasIndex(e => e.TokenHash).IsUnique();
        builder.HasOne<Guide>().WithMany().HasForeignKey(e => e.GuideId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Revision>().WithMany().HasForeignKey(e => e.RevisionId).OnDelete(DeleteBehavior.ClientSetNull);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.CreatedById).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.Note).HasMaxLength(Account.NameMaxLength);
        builder.HasIndex(e => e.ExpiresUtc);
    }
}
