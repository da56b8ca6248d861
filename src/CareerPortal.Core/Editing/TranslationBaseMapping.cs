using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Editing;

internal sealed class TranslationBaseMapping : IEntityTypeConfiguration<TranslationBase>
{
    public void Configure(EntityTypeBuilder<TranslationBase> builder)
    {
        builder.ToTable("TranslationBases");
        builder.HasKey(e => e.GuideId);
        builder.Property(e => e.GuideId).ValueGeneratedNever();
        builder.HasOne<Guide>().WithMany().HasForeignKey(e => e.GuideId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Revision>().WithMany().HasForeignKey(e => e.OriginalRevisionId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.Fields).HasConversion<AsJson<IReadOnlyDictionary<string, int>>, JsonEquality<IReadOnlyDictionary<string, int>>>();
        builder.Property(e => e.Version).IsConcurrencyToken();
    }
}
