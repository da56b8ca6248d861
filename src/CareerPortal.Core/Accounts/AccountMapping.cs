using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.DisplayName).HasMaxLength(Account.NameMaxLength);
        builder.Property(a => a.UserName).HasMaxLength(Account.EmailMaxLength);
        builder.Property(a => a.NormalizedUserName).HasMaxLength(Account.EmailMaxLength);
        builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        builder.Property(a => a.Email).HasMaxLength(Account.EmailMaxLength);
        builder.Property(a => a.NormalizedEmail).HasMaxLength(Account.EmailMaxLength);
        builder.HasIndex(a => a.NormalizedEmail);
        builder.Property(a => a.PhoneNumber).HasMaxLength(Account.NameMaxLength);
        builder.Property(a => a.ConcurrencyStamp).HasMaxLength(Account.NameMaxLength).IsConcurrencyToken();
        builder.Property(a => a.SecurityStamp).HasMaxLength(Account.NameMaxLength);
        builder.Property(a => a.PasswordHash).HasMaxLength(Account.EmailMaxLength);
        builder.HasMany<IdentityUserToken<Guid>>().WithOne().HasForeignKey(t => t.UserId);
        builder.HasMany<IdentityUserPasskey<Guid>>().WithOne().HasForeignKey(p => p.UserId);
        builder.HasMany<IdentityUserClaim<Guid>>().WithOne().HasForeignKey(c => c.UserId);
        builder.HasMany<IdentityUserLogin<Guid>>().WithOne().HasForeignKey(l => l.UserId);
    }
}
