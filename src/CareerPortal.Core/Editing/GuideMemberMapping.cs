using CareerPortal.Accounts;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Editing;

internal sealed class GuideMemberMapping : IEntityTypeConfiguration<GuideMember>
{
    public void Configure(EntityTypeBuilder<GuideMember> builder)
    {
        builder.ToTable("GuideMembers");
        builder.HasKey(e => new { e.GuideId, e.AccountId });
        builder.HasOne<Guide>().WithMany().HasForeignKey(e => e.GuideId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
