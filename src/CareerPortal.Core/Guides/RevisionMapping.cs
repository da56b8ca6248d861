using CareerPortal.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Guides;

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("Revisions");
        builder.HasOne(r => r.Guide).WithMany().HasForeignKey(r => r.GuideId);
        builder.HasIndex(r => new { r.GuideId, r.Number }).IsUnique();
        builder.Property(r => r.Hash).HasMaxLength(Revision.HashLength);
        builder.Property(r => r.Author).HasMaxLength(Revision.AuthorMaxLength);
        builder.Property(r => r.ChangeNote).HasMaxLength(Revision.NoteMaxLength);
        builder.Property(r => r.Occasion).HasDefaultValue(RevisionOccasion.Imported).ValueGeneratedNever();
        builder.Property(r => r.ChangeKind).HasDefaultValue(ChangeKind.Major).ValueGeneratedNever();
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(r => r.Note).HasMaxLength(Revision.NoteMaxLength);
    }
}
