using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Directories;

internal sealed class WorkPlatformMapping : IEntityTypeConfiguration<WorkPlatform>
{
    public void Configure(EntityTypeBuilder<WorkPlatform> builder)
    {
        builder.ToTable("Platforms");
        builder.Property(p => p.Code).HasMaxLength(Slug.MaxLength);
        builder.HasIndex(p => p.Code).IsUnique();
        builder.Property(p => p.Name).HasMaxLength(TrainingCentre.NameMaxLength);
        builder.Property(p => p.Website).HasMaxLength(TrainingCentre.WebsiteMaxLength);
        builder.Property(p => p.Source).HasMaxLength(Slug.MaxLength);
    }
}
