using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Accounts;

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMails");
        builder.Property(e => e.To).HasMaxLength(Account.EmailMaxLength);
        builder.Property(e => e.Subject).HasMaxLength(OutgoingMail.SubjectMaxLength);
        builder.Property(e => e.StopAddress).HasMaxLength(OutgoingMail.AddressMaxLength);
        builder.HasIndex(e => e.DueUtc);
        builder.HasIndex(e => e.SubscriptionId);
    }
}
