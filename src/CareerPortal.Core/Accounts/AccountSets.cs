using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Accounts;

/// <summary>What the store holds of accounts.</summary>
public static class AccountSets
{
    extension(PortalDbContext context)
    {
        public DbSet<Account> Accounts => context.Set<Account>();

        public DbSet<AccountSession> AccountSessions => context.Set<AccountSession>();

        public DbSet<AccountTicket> AccountTickets => context.Set<AccountTicket>();

        public DbSet<AuditEntry> AuditEntries => context.Set<AuditEntry>();

        public DbSet<OutgoingMail> OutgoingMails => context.Set<OutgoingMail>();
    }
}
