using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Directories;

internal sealed class JobZoneMapping : IEntityTypeConfiguration<JobZone>
{
    public void Configure(EntityTypeBuilder<JobZone> builder)
    {
        builder.ToTable("JobZones");
        builder.Property(z => z.Code).HasMaxLength(Slug.MaxLength);
        builder.Ignore(z => z.Points);
        builder.Property(z => z.OtherPoint).HasConversion<AsJson<MapPoint>>().HasMaxLength(MapPoint.MaxLength);
        builder.HasIndex(z => z.Code).IsUnique();
        builder.PrimitiveCollection(z => z.Provinces).ElementType().HasConversion<string>();
    }
}
