using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Offers.Entries;

internal sealed class OfferEntryMapping : IEntityTypeConfiguration<OfferEntry>, IEntityTypeConfiguration<OfferEntryLink>
{
    public void Configure(EntityTypeBuilder<OfferEntry> builder)
    {
        builder.ToTable("OfferEntries");
        builder.HasIndex(e => e.FormKey).IsUnique();
        builder.Property(e => e.Form).HasConversion<AsJson<OfferForm>, JsonEquality<OfferForm>>();
        builder.Property(e => e.Live).HasConversion<AsJson<OfferForm>, JsonEquality<OfferForm>>();
        builder.Property(e => e.ContactName).HasMaxLength(OfferEntry.NameMaxLength);
        builder.Property(e => e.ContactEmail).HasMaxLength(OfferEntry.EmailMaxLength);
        builder.HasIndex(e => e.ContactEmail);
        builder.Property(e => e.Language).HasMaxLength(OfferEntry.LanguageMaxLength);
        builder.Property(e => e.Word).HasMaxLength(OfferEntry.WordMaxLength);
        builder.HasIndex(e => new { e.State, e.ChangedUtc });
        builder.HasIndex(e => e.OfferId);
        builder.HasOne<JobOffer>().WithMany().HasForeignKey(e => e.OfferId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<OfferEntryLink> builder)
    {
        builder.ToTable("OfferEntryLinks");
        builder.Property(l => l.TokenHash).HasMaxLength(OfferEntryLink.HashLength);
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasOne(l => l.Entry).WithMany().HasForeignKey(l => l.EntryId).OnDelete(DeleteBehavior.Cascade);
    }
}
