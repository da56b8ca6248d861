using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Directories;

internal sealed class LinkCheckMapping : IEntityTypeConfiguration<LinkCheck>
{
    public void Configure(EntityTypeBuilder<LinkCheck> builder)
    {
        builder.ToTable("LinkChecks");
        builder.Property(e => e.AddressHash).HasMaxLength(LinkCheck.HashLength);
        builder.HasIndex(e => e.AddressHash).IsUnique();
        builder.Property(e => e.Address).HasMaxLength(LinkCheck.AddressMaxLength);
        builder.HasIndex(e => e.CheckedUtc);
    }
}
