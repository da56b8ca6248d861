using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Compatibility;

internal sealed class BankCalibrationMapping : IEntityTypeConfiguration<BankCalibration>
{
    public void Configure(EntityTypeBuilder<BankCalibration> builder)
    {
        builder.ToTable("BankCalibrations");
        builder.Property(c => c.Wordings).HasMaxLength(QuizSession.VersionMaxLength);
        builder.Property(c => c.Version).HasMaxLength(QuizSession.VersionMaxLength);
        builder.HasIndex(c => c.Version).IsUnique();
        builder.Property(c => c.EngineVersion).HasMaxLength(QuizSession.VersionMaxLength);
        builder.Property(c => c.Items).HasConversion<AsJson<IReadOnlyList<CalibratedParameters>>>();
    }
}
