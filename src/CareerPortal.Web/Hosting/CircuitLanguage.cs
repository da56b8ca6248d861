using System.Globalization;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// A circuit speaks the language of the page that opened it, whatever else its reader opens. A page's base address has its language, so the
/// circuit is asked for under that language (<c>/nl/_blazor</c>); what comes over it later, through another connection too, is handled in the same.
/// </summary>
internal sealed class CircuitLanguage : CircuitHandler
{
    private readonly CultureInfo _culture = LanguageAddresses.CultureOf(Site.Language);

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        context =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = _culture;
            return next(context);
        };
}
