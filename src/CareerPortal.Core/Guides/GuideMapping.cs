using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Guides;

internal sealed class GuideMapping : IEntityTypeConfiguration<Guide>
{
    public void Configure(EntityTypeBuilder<Guide> builder)
    {
        builder.ToTable("Guides");
        builder.HasOne(g => g.Occupation).WithMany().HasForeignKey(g => g.OccupationId);
        builder.Property(g => g.Language).HasMaxLength(Languages.CodeLength);
        builder.Property(g => g.Slug).HasMaxLength(CareerPortal.Slug.MaxLength);
        builder.HasIndex(g => new { g.Language, g.Slug }).IsUnique();
        builder.HasIndex(g => new { g.OccupationId, g.Language }).IsUnique();
        builder.Property(g => g.PublishedSummary).HasMaxLength(GuideContent.SummaryMaxLength);
        builder.HasMany(g => g.Mentions).WithOne().HasForeignKey(m => m.GuideId);
        // The revisions fall with their guide; this second way to them must not cascade as well.
        builder.HasOne(g => g.PublishedRevision).WithMany().HasForeignKey(g => g.PublishedRevisionId).OnDelete(DeleteBehavior.ClientSetNull);
        builder.Property(g => g.Version).IsConcurrencyToken();
    }
}
