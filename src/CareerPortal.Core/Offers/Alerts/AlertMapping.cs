using CareerPortal.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Offers.Alerts;

internal sealed class AlertMapping
    : IEntityTypeConfiguration<OfferAlert>,
        IEntityTypeConfiguration<OfferAlertDigest>,
        IEntityTypeConfiguration<OfferAlertCount>,
        IEntityTypeConfiguration<OfferAlertKey>
{
    public void Configure(EntityTypeBuilder<OfferAlert> builder)
    {
        builder.ToTable("OfferAlerts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Email).HasMaxLength(Account.EmailMaxLength);
        builder.Property(a => a.NormalEmail).HasMaxLength(Account.EmailMaxLength);
        builder.Property(a => a.Search).HasMaxLength(OfferAlert.SearchMaxLength);
        builder.Property(a => a.SearchHash).HasMaxLength(AlertSearch.HashLength);
        builder.Property(a => a.Language).HasMaxLength(OfferAlert.LanguageLength);
        builder.HasIndex(a => new { a.NormalEmail, a.SearchHash }).IsUnique();
        builder.HasIndex(a => new { a.DueOn, a.Id });
        builder.HasIndex(a => a.TouchedUtc);
        builder.Property(a => a.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<OfferAlertDigest> builder)
    {
        builder.ToTable("OfferAlertDigests");
        builder.HasKey(d => new { d.AlertId, d.Day });
        builder.HasIndex(d => d.Day);
        builder.HasOne<OfferAlert>().WithMany().HasForeignKey(d => d.AlertId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<OfferAlertCount> builder)
    {
        builder.ToTable("OfferAlertCounts");
        builder.HasKey(c => new { c.Month, c.Opinion });
    }

    public void Configure(EntityTypeBuilder<OfferAlertKey> builder)
    {
        builder.ToTable("OfferAlertKeys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Secret).HasMaxLength(OfferAlertKey.Length);
    }
}
