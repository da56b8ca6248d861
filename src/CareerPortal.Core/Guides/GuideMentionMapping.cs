using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Guides;

internal sealed class GuideMentionMapping : IEntityTypeConfiguration<GuideMention>
{
    public void Configure(EntityTypeBuilder<GuideMention> builder)
    {
        builder.ToTable("GuideMentions");
        builder.HasKey(m => new
        {
            m.GuideId,
            m.Kind,
            m.Code,
        });
        builder.Property(m => m.Code).HasMaxLength(Slug.MaxLength);
    }
}
