using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Directories;

internal sealed class SourceMapping : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.ToTable("Sources");
        builder.Property(s => s.Code).HasMaxLength(Slug.MaxLength);
        builder.HasIndex(s => s.Code).IsUnique();
        // Sources of a store from before there were kinds are pages until they are imported again.
        builder.Property(s => s.Kind).HasDefaultValue(SourceKind.OrganisationPage).HasSentinel((SourceKind)(-1));
        builder.Property(s => s.Title).HasMaxLength(Source.TitleMaxLength);
        builder.Property(s => s.Publisher).HasMaxLength(Source.PublisherMaxLength);
        builder.Property(s => s.Reference).HasMaxLength(Source.ReferenceMaxLength);
        builder.Property(s => s.Url).HasMaxLength(Source.UrlMaxLength);
    }
}
