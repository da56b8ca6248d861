using CareerPortal.Offers.Alerts;

namespace CareerPortal.Web.Offers.Alerts;

/// <summary>Mails about new offers on the site.</summary>
internal static class AlertPages
{
    public static IServiceCollection AddOfferAlertPages(this IServiceCollection services)
    {
        services.AddOptions<AlertOptions>().BindConfiguration(AlertOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddOfferAlerts().AddSingleton<AlertDoor>().AddSingleton<AlertMails>().AddHostedService<AlertJob>();
    }
}
