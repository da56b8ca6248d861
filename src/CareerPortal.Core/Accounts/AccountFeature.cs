using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Accounts;

/// <summary>Accounts of those who work in the workspace.</summary>
public static class AccountFeature
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AccountPasswords>();
        services.AddSingleton<SessionDesk>();
        services.AddSingleton<TicketDesk>();
        services.AddSingleton<AccountDesk>();
        services.AddSingleton<OwnDesk>();
        services.AddSingleton<OperatorDesk>();
        services.AddSingleton<AuditReading>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<AccountRetention>();
        return services;
    }
}
