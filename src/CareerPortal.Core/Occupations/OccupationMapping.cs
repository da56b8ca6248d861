using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Occupations;

internal sealed class OccupationMapping : IEntityTypeConfiguration<Occupation>
{
    public void Configure(EntityTypeBuilder<Occupation> builder)
    {
        builder.ToTable("Occupations");
        builder.Property(o => o.Code).HasMaxLength(Slug.MaxLength);
        builder.HasIndex(o => o.Code).IsUnique();
        builder.Property(o => o.RomeCode).HasMaxLength(Occupation.ClassificationCodeMaxLength);
        builder.Property(o => o.IscoCode).HasMaxLength(Occupation.ClassificationCodeMaxLength);
        builder.Property(o => o.Interests).HasConversion<AsJson<OccupationInterests>>();
        builder.PrimitiveCollection(o => o.Conditions).ElementType().HasConversion<string>();
        builder.HasMany(o => o.Titles).WithOne().HasForeignKey(t => t.OccupationId);
        builder.HasMany(o => o.Requirements).WithOne().HasForeignKey(r => r.OccupationId);
        builder.Property(o => o.Version).IsConcurrencyToken();
    }
}
