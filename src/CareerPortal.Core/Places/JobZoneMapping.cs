using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Places;

internal sealed class JobZoneMapping : IEntityTypeConfiguration<JobZone>
{
    public void Configure(EntityTypeBuilder<JobZone> builder)
    {
        builder.Property(z => z.Code).HasMaxLength(Slug.MaxLength);
        builder.Ignore(z => z.Points);
        builder.HasIndex(z => z.Code).IsUnique();
        builder.PrimitiveCollection(z => z.Provinces).ElementType().HasConversion<string>();
    }
}
