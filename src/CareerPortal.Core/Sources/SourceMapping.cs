using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Sources;

internal sealed class SourceMapping : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.Property(s => s.Code).HasMaxLength(Slug.MaxLength);
        builder.HasIndex(s => s.Code).IsUnique();
        builder.Property(s => s.Title).HasMaxLength(Source.TitleMaxLength);
        builder.Property(s => s.Publisher).HasMaxLength(Source.PublisherMaxLength);
        builder.Property(s => s.Url).HasMaxLength(Source.UrlMaxLength);
    }
}
