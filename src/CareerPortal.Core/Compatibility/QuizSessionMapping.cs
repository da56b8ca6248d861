using CareerPortal.Data;
using CareerPortal.Occupations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Compatibility;

internal sealed class QuizSessionMapping : IEntityTypeConfiguration<QuizSession>
{
    public void Configure(EntityTypeBuilder<QuizSession> builder)
    {
        builder.ToTable("QuizSessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.CodeHash).HasMaxLength(ResumeCode.HashLength);
        builder.HasIndex(s => s.CodeHash).IsUnique();
        builder.HasIndex(s => s.ExpiresUtc);
        builder.HasOne<Occupation>().WithMany().HasForeignKey(s => s.OccupationId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(s => s.Language).HasMaxLength(Languages.CodeLength);
        builder.Property(s => s.EngineVersion).HasMaxLength(QuizSession.VersionMaxLength);
        builder.Property(s => s.BankVersion).HasMaxLength(QuizSession.VersionMaxLength);
        builder
            .Property(s => s.Dismissed)
            .HasConversion<AsJson<List<DismissedOccupation>>>(
                new ValueComparer<List<DismissedOccupation>>((a, b) => a!.SequenceEqual(b!), d => d.Count, d => d.ToList())
            )
            .HasDefaultValueSql("'[]'");
        builder.HasMany(s => s.Answers).WithOne().HasForeignKey(a => a.SessionId);
    }
}
