using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Offers.Alerts;

/// <summary>Mails about new offers.</summary>
public static class AlertsFeature
{
    public static IServiceCollection AddOfferAlerts(this IServiceCollection services) =>
        services.AddSingleton<AlertKeys>().AddSingleton<AlertDesk>().AddSingleton<AlertRounds>().AddSingleton<AlertRetention>();
}
