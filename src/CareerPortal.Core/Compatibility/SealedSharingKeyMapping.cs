using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Compatibility;

internal sealed class SealedSharingKeyMapping : IEntityTypeConfiguration<SealedSharingKey>
{
    public void Configure(EntityTypeBuilder<SealedSharingKey> builder)
    {
        builder.ToTable("SharingKeys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Sealed).HasMaxLength(1024);
    }
}
