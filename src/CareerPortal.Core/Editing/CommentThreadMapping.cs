using CareerPortal.Accounts;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Editing;

internal sealed class CommentThreadMapping : IEntityTypeConfiguration<CommentThread>
{
    public void Configure(EntityTypeBuilder<CommentThread> builder)
    {
        builder.ToTable("CommentThreads");
        builder.HasOne<Guide>().WithMany().HasForeignKey(e => e.GuideId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.ResolvedById).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.Path).HasMaxLength(DraftEdit.PathMaxLength);
        builder.Property(e => e.Quoted).HasMaxLength(CommentThread.QuotedMaxLength);
        builder.HasMany(e => e.Comments).WithOne().HasForeignKey(c => c.ThreadId);
    }
}
