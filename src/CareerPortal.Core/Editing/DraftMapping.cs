using CareerPortal.Accounts;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Editing;

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.HasOne(e => e.Guide).WithMany().HasForeignKey(e => e.GuideId);
        builder.HasIndex(e => e.GuideId).IsUnique();
        builder.HasOne<Revision>().WithMany().HasForeignKey(e => e.BaseRevisionId).OnDelete(DeleteBehavior.ClientSetNull);
        builder.HasOne<Revision>().WithMany().HasForeignKey(e => e.SubmittedRevisionId).OnDelete(DeleteBehavior.ClientSetNull);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.SubmittedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.ApprovedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.ChangedById).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.ChangeNote).HasMaxLength(Revision.NoteMaxLength);
        builder.HasIndex(e => e.PublishAtUtc);
        builder.Property(e => e.Version).IsConcurrencyToken();
    }
}
