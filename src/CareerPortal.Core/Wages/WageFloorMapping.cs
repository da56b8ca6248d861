using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Wages;

internal sealed class WageFloorMapping : IEntityTypeConfiguration<WageFloor>
{
    public void Configure(EntityTypeBuilder<WageFloor> builder)
    {
        builder.ToTable("WageFloors");
        builder.HasKey(w => w.From);
        builder.Property(w => w.Source).HasMaxLength(Slug.MaxLength);
    }
}
