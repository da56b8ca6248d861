using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Compatibility;

internal sealed class BankCalibrationMapping : IEntityTypeConfiguration<BankCalibration>
{
    /// <summary>What was calibrated is never changed in place: another list is another calibration.</summary>
    private static readonly ValueComparer<IReadOnlyList<CalibratedParameters>> AsAWhole = new((a, b) => ReferenceEquals(a, b), l => l.Count, l => l);

    public void Configure(EntityTypeBuilder<BankCalibration> builder)
    {
        builder.ToTable("BankCalibrations");
        builder.Property(c => c.Wordings).HasMaxLength(QuizSession.VersionMaxLength);
        builder.Property(c => c.Version).HasMaxLength(QuizSession.VersionMaxLength);
        builder.HasIndex(c => c.Version).IsUnique();
        builder.Property(c => c.EngineVersion).HasMaxLength(QuizSession.VersionMaxLength);
        builder.Property(c => c.Items).HasConversion<AsJson<IReadOnlyList<CalibratedParameters>>>(AsAWhole);
    }
}
