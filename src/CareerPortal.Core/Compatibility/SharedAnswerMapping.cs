using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Compatibility;

internal sealed class SharedAnswerMapping : IEntityTypeConfiguration<SharedAnswer>
{
    public void Configure(EntityTypeBuilder<SharedAnswer> builder)
    {
        builder.ToTable("SharedAnswers");
        builder.HasKey(a => new { a.QuizId, a.ItemId });
        builder.Property(a => a.ItemId).HasMaxLength(QuizAnswer.ItemIdMaxLength);
    }
}
