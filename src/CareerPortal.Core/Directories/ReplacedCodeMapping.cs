using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Directories;

internal sealed class ReplacedCodeMapping : IEntityTypeConfiguration<ReplacedCode>
{
    public void Configure(EntityTypeBuilder<ReplacedCode> builder)
    {
        builder.ToTable("ReplacedCodes");
        builder.HasKey(e => new { e.Kind, e.Code });
        builder.Property(e => e.Code).HasMaxLength(DirectoryChange.CodeMaxLength);
        builder.Property(e => e.NewCode).HasMaxLength(DirectoryChange.CodeMaxLength);
    }
}
