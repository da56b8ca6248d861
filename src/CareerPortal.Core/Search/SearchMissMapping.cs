using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Search;

internal sealed class SearchMissMapping : IEntityTypeConfiguration<SearchMiss>
{
    public void Configure(EntityTypeBuilder<SearchMiss> builder)
    {
        builder.ToTable("SearchMisses");
        builder.Property(e => e.Language).HasMaxLength(Languages.CodeLength);
        builder.Property(e => e.Words).HasMaxLength(SearchMiss.WordsMaxLength);
        builder
            .HasIndex(e => new
            {
                e.Month,
                e.In,
                e.Language,
                e.Words,
            })
            .IsUnique();
    }
}
