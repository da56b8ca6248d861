using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Compatibility;

internal sealed class QuizAnswerMapping : IEntityTypeConfiguration<QuizAnswer>
{
    public void Configure(EntityTypeBuilder<QuizAnswer> builder)
    {
        builder.ToTable("QuizAnswers");
        builder.HasKey(a => new { a.SessionId, a.ItemId });
        builder.HasIndex(a => new { a.SessionId, a.Position }).IsUnique();
        builder.Property(a => a.ItemId).HasMaxLength(QuizAnswer.ItemIdMaxLength);
    }
}
