using CareerPortal.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Editing;

internal sealed class DraftConflictMapping : IEntityTypeConfiguration<DraftConflict>
{
    public void Configure(EntityTypeBuilder<DraftConflict> builder)
    {
        builder.ToTable("DraftConflicts");
        builder.HasOne<Draft>().WithMany().HasForeignKey(e => e.DraftId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.MineById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.TheirsById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.ChosenById).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.Path).HasMaxLength(DraftEdit.PathMaxLength);
    }
}
