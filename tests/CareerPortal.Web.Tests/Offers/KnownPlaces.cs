using CareerPortal.Offers.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Offers;

/// <summary>The catalogue, which knows the places, comes soon after a site's first start.</summary>
public static class KnownPlaces
{
    public static async Task WaitAsync(PortalFactory site, CancellationToken cancellation)
    {
        for (var turn = 0; turn < 300; turn++)
        {
            if (!(await site.Services.GetRequiredService<OfferTablesShelf>().CurrentAsync(cancellation)).Places.IsEmpty)
            {
                return;
            }

            await Task.Delay(100, cancellation);
        }
    }
}
