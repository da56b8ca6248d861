using CareerPortal.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Guides;

internal sealed class GuideWithdrawalMapping : IEntityTypeConfiguration<GuideWithdrawal>
{
    public void Configure(EntityTypeBuilder<GuideWithdrawal> builder)
    {
        builder.ToTable("GuideWithdrawals");
        builder.HasKey(e => e.GuideId);
        builder.Property(e => e.GuideId).ValueGeneratedNever();
        builder.HasOne<Guide>().WithMany().HasForeignKey(e => e.GuideId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Guide>().WithMany().HasForeignKey(e => e.LeadsToGuideId).OnDelete(DeleteBehavior.ClientSetNull);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.Note).HasMaxLength(Revision.NoteMaxLength);
    }
}
