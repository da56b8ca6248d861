using CareerPortal.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Editing;

internal sealed class CommentMapping : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("Comments");
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ShareLink>().WithMany().HasForeignKey(e => e.ShareLinkId).OnDelete(DeleteBehavior.ClientSetNull);
        builder.Property(e => e.GuestName).HasMaxLength(Account.NameMaxLength);
        builder.Property(e => e.Text).HasMaxLength(Comment.TextMaxLength);
    }
}
