using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Occupations;

internal sealed class RequirementMapping : IEntityTypeConfiguration<Requirement>
{
    public void Configure(EntityTypeBuilder<Requirement> builder)
    {
        builder.ToTable("Requirements");
        builder.HasKey(r => new { r.OccupationId, r.QualityId });
        builder.Property(r => r.QualityId).HasMaxLength(Requirement.QualityIdMaxLength);
        builder.Property(r => r.Importance);
        builder.Property(r => r.Level);
        builder.Property(r => r.Surplus);
        builder.PrimitiveCollection(r => r.Items);
    }
}
