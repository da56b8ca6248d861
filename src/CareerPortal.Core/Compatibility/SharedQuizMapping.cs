using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Compatibility;

internal sealed class SharedQuizMapping : IEntityTypeConfiguration<SharedQuiz>
{
    public void Configure(EntityTypeBuilder<SharedQuiz> builder)
    {
        builder.ToTable("SharedQuizzes");
        builder.Property(q => q.Id).ValueGeneratedNever();
        builder.Property(q => q.CodeHash).HasMaxLength(SharingKey.HashLength);
        builder.HasIndex(q => q.CodeHash).IsUnique();
        builder.HasIndex(q => q.DeleteOn);
        builder.Property(q => q.BankVersion).HasMaxLength(QuizSession.VersionMaxLength);
        builder.HasMany(q => q.Answers).WithOne().HasForeignKey(a => a.QuizId);
    }
}
