using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Wages;

internal sealed class ExchangeRateMapping : IEntityTypeConfiguration<ExchangeRate>
{
    public void Configure(EntityTypeBuilder<ExchangeRate> builder)
    {
        builder.ToTable("ExchangeRates");
        builder.HasKey(r => new { r.Currency, r.On });
        builder.Property(r => r.Currency).HasMaxLength(ExchangeRate.CurrencyLength);
        builder.Property(r => r.UnitsPerEuro).HasPrecision(18, 6);
        builder.Property(r => r.Source).HasMaxLength(Slug.MaxLength);
        builder.Ignore(r => r.EuroPerUnit);
    }
}
