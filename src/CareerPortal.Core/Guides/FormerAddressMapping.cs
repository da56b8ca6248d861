using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Guides;

internal sealed class FormerAddressMapping : IEntityTypeConfiguration<FormerAddress>
{
    public void Configure(EntityTypeBuilder<FormerAddress> builder)
    {
        builder.ToTable("FormerAddresses");
        builder.HasKey(a => new { a.Language, a.Slug });
        builder.Property(a => a.Language).HasMaxLength(Languages.CodeLength);
        builder.Property(a => a.Slug).HasMaxLength(CareerPortal.Slug.MaxLength);
        builder.HasOne<Guide>().WithMany().HasForeignKey(a => a.GuideId);
    }
}
