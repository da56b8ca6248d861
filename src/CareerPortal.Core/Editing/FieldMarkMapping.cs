using CareerPortal.Accounts;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Editing;

internal sealed class FieldMarkMapping : IEntityTypeConfiguration<FieldMark>
{
    public void Configure(EntityTypeBuilder<FieldMark> builder)
    {
        builder.ToTable("FieldMarks");
        builder.HasOne<Guide>().WithMany().HasForeignKey(e => e.GuideId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.ContentHash).HasMaxLength(Revision.HashLength);
        builder.Property(e => e.Path).HasMaxLength(DraftEdit.PathMaxLength);
        builder.HasIndex(e => new { e.GuideId, e.AccountId });
    }
}
