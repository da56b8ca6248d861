using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Guides;

internal sealed class GuideVoteMapping : IEntityTypeConfiguration<GuideVote>
{
    public void Configure(EntityTypeBuilder<GuideVote> builder)
    {
        builder.ToTable("GuideVotes");
        builder.HasOne<Guide>().WithMany().HasForeignKey(e => e.GuideId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(e => e.Words).HasMaxLength(GuideVote.WordsMaxLength);
        builder.HasIndex(e => e.On);
    }
}
