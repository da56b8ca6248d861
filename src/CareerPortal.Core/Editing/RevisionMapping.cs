using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Editing;

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.HasIndex(r => new { r.GuideId, r.Number }).IsUnique();
        builder.Property(r => r.Author).HasMaxLength(Revision.AuthorMaxLength);
        builder.Property(r => r.Note).HasMaxLength(Revision.NoteMaxLength);
    }
}
