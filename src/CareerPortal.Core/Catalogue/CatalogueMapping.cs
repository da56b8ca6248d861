using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Catalogue;

internal sealed class CatalogueMapping
    : IEntityTypeConfiguration<CatalogueOccupation>,
        IEntityTypeConfiguration<CatalogueTerm>,
        IEntityTypeConfiguration<CatalogueSource>,
        IEntityTypeConfiguration<CatalogueCode>,
        IEntityTypeConfiguration<Municipality>,
        IEntityTypeConfiguration<Locality>,
        IEntityTypeConfiguration<CatalogueText>,
        IEntityTypeConfiguration<ShortageListing>
{
    private const int NameMaxLength = 100;
    private const int TextMaxLength = 500;

    public void Configure(EntityTypeBuilder<CatalogueOccupation> builder)
    {
        builder.ToTable("CatalogueOccupations");
        builder.Property(o => o.Code).HasMaxLength(CatalogueOccupation.CodeMaxLength);
        builder.HasIndex(o => o.Code).IsUnique();
        builder.Property(o => o.Slug).HasMaxLength(Slug.MaxLength);
        builder.HasIndex(o => o.Slug).IsUnique();
        builder.Property(o => o.Edition).HasMaxLength(CatalogueSource.KeyMaxLength);
        builder.Property(o => o.Facts).HasConversion<AsJson<CatalogueFacts>>();
        builder.Property(o => o.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<CatalogueTerm> builder)
    {
        builder.ToTable("CatalogueTerms");
        builder.Property(t => t.Code).HasMaxLength(CatalogueTerm.CodeMaxLength);
        builder.Property(t => t.Group).HasMaxLength(CatalogueTerm.GroupMaxLength);
        builder.HasIndex(t => new { t.Kind, t.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CatalogueSource> builder)
    {
        builder.ToTable("CatalogueSources");
        builder.HasKey(s => s.Key);
        builder.Property(s => s.Key).HasMaxLength(CatalogueSource.KeyMaxLength);
        builder.Property(s => s.Title).HasMaxLength(TextMaxLength);
        builder.Property(s => s.Edition).HasMaxLength(CatalogueSource.KeyMaxLength);
        builder.Property(s => s.Licence).HasMaxLength(TextMaxLength);
        builder.Property(s => s.Attribution).HasMaxLength(TextMaxLength);
        builder.Property(s => s.Url).HasMaxLength(TextMaxLength);
    }

    public void Configure(EntityTypeBuilder<CatalogueCode> builder)
    {
        builder.ToTable("CatalogueCodes");
        builder.HasKey(c => new { c.Scheme, c.Code });
        builder.Property(c => c.Scheme).HasMaxLength(CatalogueSource.KeyMaxLength);
        builder.Property(c => c.Code).HasMaxLength(NameMaxLength);
        builder.Property(c => c.ReplacedBy).HasMaxLength(NameMaxLength);
        builder.Property(c => c.Slug).HasMaxLength(Slug.MaxLength);
        builder.HasIndex(c => c.Slug);
        builder.Property(c => c.Edition).HasMaxLength(CatalogueSource.KeyMaxLength);
    }

    public void Configure(EntityTypeBuilder<Municipality> builder)
    {
        builder.ToTable("Municipalities");
        builder.HasKey(m => m.Nis);
        builder.Property(m => m.Nis).HasMaxLength(CatalogueOccupation.CodeMaxLength);
        builder.Property(m => m.French).HasMaxLength(Municipality.NameMaxLength);
        builder.Property(m => m.Dutch).HasMaxLength(Municipality.NameMaxLength);
        builder.Property(m => m.Province).HasMaxLength(Municipality.NameMaxLength);
        builder.Property(m => m.Region).HasMaxLength(Municipality.NameMaxLength);
        builder.Property(m => m.Postcode).HasMaxLength(Locality.PostcodeLength);
    }

    public void Configure(EntityTypeBuilder<Locality> builder)
    {
        builder.ToTable("Localities");
        builder.Property(l => l.Postcode).HasMaxLength(Locality.PostcodeLength);
        builder.Property(l => l.Name).HasMaxLength(Municipality.NameMaxLength);
        builder.Property(l => l.Nis).HasMaxLength(CatalogueOccupation.CodeMaxLength);
        builder.HasIndex(l => new { l.Postcode, l.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CatalogueText> builder)
    {
        builder.ToTable("CatalogueTexts");
        builder.Property(t => t.OccupationCode).HasMaxLength(CatalogueOccupation.CodeMaxLength);
        builder.Property(t => t.HeldBackFor).HasMaxLength(TextMaxLength);
        builder.HasIndex(t => new { t.OccupationCode, t.Kind }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ShortageListing> builder)
    {
        builder.ToTable("ShortageListings");
        builder.Property(s => s.Region).HasMaxLength(CatalogueSource.KeyMaxLength);
        builder.Property(s => s.Label).HasMaxLength(ShortageListing.LabelMaxLength);
        builder.Property(s => s.Group).HasMaxLength(ShortageListing.LabelMaxLength);
        builder.Property(s => s.OccupationCode).HasMaxLength(CatalogueOccupation.CodeMaxLength);
        builder.Property(s => s.Source).HasMaxLength(TextMaxLength);
        builder.HasIndex(s => new { s.Region, s.Year });
    }
}
