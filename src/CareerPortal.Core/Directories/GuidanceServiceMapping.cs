using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Directories;

internal sealed class GuidanceServiceMapping : IEntityTypeConfiguration<GuidanceService>
{
    private static readonly ValueComparer<List<GuidanceOffice>> OfficeByOffice = new((a, b) => a!.SequenceEqual(b!), o => o.Count, o => o.ToList());

    public void Configure(EntityTypeBuilder<GuidanceService> builder)
    {
        builder.ToTable("GuidanceServices");
        builder.Property(s => s.Code).HasMaxLength(Slug.MaxLength);
        builder.HasIndex(s => s.Code).IsUnique();
        builder.Property(s => s.Website).HasMaxLength(TrainingCentre.WebsiteMaxLength);
        builder.Property(s => s.Phone).HasMaxLength(GuidanceService.PhoneMaxLength);
        builder.Property(s => s.Offices).HasConversion(new AsJson<List<GuidanceOffice>>(), OfficeByOffice);
    }
}
