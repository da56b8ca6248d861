using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Search;

internal sealed class SearchMeaningMapping : IEntityTypeConfiguration<SearchMeaning>
{
    public void Configure(EntityTypeBuilder<SearchMeaning> builder)
    {
        builder.ToTable("SearchMeanings");
        builder.Property(m => m.Code).HasMaxLength(Slug.MaxLength);
        builder.HasIndex(m => m.Code).IsUnique();
        builder.Property(m => m.Language).HasMaxLength(Languages.CodeLength);
        builder.Ignore(m => m.SaysNothing);
        builder.PrimitiveCollection(m => m.Conditions).ElementType().HasConversion<string>();
        builder.PrimitiveCollection(m => m.Studies).ElementType().HasConversion<string>();
    }
}
