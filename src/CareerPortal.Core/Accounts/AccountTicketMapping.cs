using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Accounts;

internal sealed class AccountTicketMapping : IEntityTypeConfiguration<AccountTicket>
{
    public void Configure(EntityTypeBuilder<AccountTicket> builder)
    {
        builder.ToTable("AccountTickets");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.TokenHash).HasMaxLength(AccountTicket.HashLength);
        builder.HasIndex(e => e.TokenHash).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.CreatedById).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.Email).HasMaxLength(Account.EmailMaxLength);
        builder.HasIndex(e => e.ExpiresUtc);
        builder.Property(e => e.Version).IsConcurrencyToken();
    }
}
