using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Directories;

internal sealed class TrainingCentreMapping : IEntityTypeConfiguration<TrainingCentre>
{
    public void Configure(EntityTypeBuilder<TrainingCentre> builder)
    {
        builder.ToTable("TrainingCentres");
        builder.Property(c => c.Code).HasMaxLength(Slug.MaxLength);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.Property(c => c.Name).HasMaxLength(TrainingCentre.NameMaxLength);
        builder.Property(c => c.Postcode).HasMaxLength(TrainingCentre.PostcodeMaxLength);
        builder.Property(c => c.Locality).HasMaxLength(TrainingCentre.LocalityMaxLength);
        builder.Property(c => c.Website).HasMaxLength(TrainingCentre.WebsiteMaxLength);
    }
}
