using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Occupations;

internal sealed class OccupationTitleMapping : IEntityTypeConfiguration<OccupationTitle>
{
    public void Configure(EntityTypeBuilder<OccupationTitle> builder)
    {
        builder.ToTable("OccupationTitles");
        builder.HasKey(t => new { t.OccupationId, t.Language });
        builder.Property(t => t.Language).HasMaxLength(Languages.CodeLength);
        builder.Property(t => t.Masculine).HasMaxLength(OccupationTitle.MaxLength);
        builder.Property(t => t.Feminine).HasMaxLength(OccupationTitle.MaxLength);
    }
}
