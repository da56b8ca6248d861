using CareerPortal.Catalogue;
using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Offers;

internal sealed class OfferMapping
    : IEntityTypeConfiguration<JobOffer>,
        IEntityTypeConfiguration<OfferSource>,
        IEntityTypeConfiguration<OfferRun>,
        IEntityTypeConfiguration<OfferLabel>,
        IEntityTypeConfiguration<OfferCounter>,
        IEntityTypeConfiguration<OfferLease>,
        IEntityTypeConfiguration<OfferDistinction>,
        IEntityTypeConfiguration<OfferReport>,
        IEntityTypeConfiguration<OfferCorrection>,
        IEntityTypeConfiguration<OfferSynonym>
{
    public void Configure(EntityTypeBuilder<JobOffer> builder)
    {
        builder.ToTable("JobOffers");
        builder.Property(o => o.Source).HasMaxLength(OfferSource.KeyMaxLength);
        builder.Property(o => o.ExternalId).HasMaxLength(JobOffer.ExternalIdMaxLength);
        builder.HasIndex(o => new { o.Source, o.ExternalId }).IsUnique();
        builder.Property(o => o.Facts).HasConversion<AsJson<OfferFacts>>();
        builder.Property(o => o.Hash).HasMaxLength(JobOffer.HashLength);
        builder.Property(o => o.Reference).HasMaxLength(JobOffer.ReferenceMaxLength);
        builder.Property(o => o.OccupationCode).HasMaxLength(CatalogueOccupation.CodeMaxLength);
        builder.HasIndex(o => new { o.State, o.OccupationCode });
        builder.Property(o => o.Occupations).HasConversion<AsJson<IReadOnlyList<OfferOccupation>>, JsonEquality<IReadOnlyList<OfferOccupation>>>();
        builder.HasIndex(o => o.Sequence);
        builder.HasIndex(o => new { o.State, o.Expires });
        builder.HasOne<OfferSource>().WithMany().HasForeignKey(o => o.Source).OnDelete(DeleteBehavior.Restrict);
        builder.Property(o => o.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<OfferSource> builder)
    {
        builder.ToTable("OfferSources");
        builder.HasKey(s => s.Key);
        builder.Property(s => s.Key).HasMaxLength(OfferSource.KeyMaxLength);
        builder.Property(s => s.Name).HasMaxLength(OfferSource.TextMaxLength);
        builder.Property(s => s.Licence).HasMaxLength(OfferSource.TextMaxLength);
        builder.Property(s => s.Attribution).HasMaxLength(OfferSource.TextMaxLength);
        builder.Property(s => s.Url).HasMaxLength(OfferSource.TextMaxLength);
        builder.Property(s => s.EntityTag).HasMaxLength(OfferSource.TextMaxLength);
        builder.Property(s => s.LastModified).HasMaxLength(OfferSource.TextMaxLength);
        builder.Property(s => s.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<OfferRun> builder)
    {
        builder.ToTable("OfferRuns");
        builder.Property(r => r.Source).HasMaxLength(OfferSource.KeyMaxLength);
        builder.HasIndex(r => new { r.Source, r.StartedUtc });
        builder.Property(r => r.Note).HasMaxLength(OfferRun.NoteMaxLength);
        builder.HasOne<OfferSource>().WithMany().HasForeignKey(r => r.Source).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<OfferLabel> builder)
    {
        builder.ToTable("OfferLabels");
        builder.Property(l => l.Source).HasMaxLength(OfferSource.KeyMaxLength);
        builder.Property(l => l.Field).HasMaxLength(OfferSource.KeyMaxLength);
        builder.Property(l => l.Label).HasMaxLength(OfferFacts.LabelMaxLength);
        builder
            .HasIndex(l => new
            {
                l.Source,
                l.Field,
                l.Label,
            })
            .IsUnique();
        builder.HasOne<OfferSource>().WithMany().HasForeignKey(l => l.Source).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<OfferCounter> builder)
    {
        builder.ToTable("OfferCounters");
        builder.Property(c => c.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<OfferLease> builder)
    {
        builder.ToTable("OfferLeases");
        builder.HasKey(l => l.Name);
        builder.Property(l => l.Name).HasMaxLength(OfferLease.NameMaxLength);
        builder.Property(l => l.Holder).IsConcurrencyToken();
        builder.Property(l => l.UntilUtc).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<OfferDistinction> builder)
    {
        builder.ToTable("OfferDistinctions");
        builder.HasKey(d => new { d.FirstId, d.SecondId });
        builder.HasIndex(d => d.SecondId);
        builder.HasOne<JobOffer>().WithMany().HasForeignKey(d => d.FirstId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<OfferReport> builder)
    {
        builder.ToTable("OfferReports");
        builder.Property(r => r.Words).HasMaxLength(OfferReport.WordsMaxLength);
        builder.HasIndex(r => new { r.SettledUtc, r.SentUtc });
        builder.HasOne<JobOffer>().WithMany().HasForeignKey(r => r.OfferId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<OfferCorrection> builder)
    {
        builder.ToTable("OfferCorrections");
        builder.Property(c => c.Title).HasMaxLength(OfferFacts.TitleMaxLength);
        builder.Property(c => c.OccupationCode).HasMaxLength(CatalogueOccupation.CodeMaxLength);
    }

    public void Configure(EntityTypeBuilder<OfferSynonym> builder)
    {
        builder.ToTable("OfferSynonyms");
        builder.Property(s => s.Said).HasMaxLength(OfferSynonym.SaidMaxLength);
        builder.HasIndex(s => s.Said).IsUnique().HasFilter("RevokedUtc IS NULL");
        builder.Property(s => s.Occupations).HasConversion<AsJson<IReadOnlyList<string>>, JsonEquality<IReadOnlyList<string>>>();
        builder.Property(s => s.Version).IsConcurrencyToken();
    }
}
