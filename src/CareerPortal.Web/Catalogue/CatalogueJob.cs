using CareerPortal.Catalogue;
using CareerPortal.Web.Shell;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Catalogue;

/// <summary>
/// Brings the shipped catalogue into a store that has none, once the site answers, and lays the search out anew after each change of what it finds.
/// </summary>
internal sealed partial class CatalogueJob(
    CatalogueImport import,
    OccupationSearch search,
    IOptions<CatalogueOptions> options,
    TimeProvider time,
    IHostApplicationLifetime site,
    ILogger<CatalogueJob> logger
) : PortalJob(time, site, logger)
{
    /// <summary>What is laid out is looked at by a search like any other; what was laid out before answers it at once.</summary>
    private static readonly OccupationQuery Like = new() { Text = "boulanger" };

    private bool _isFilled;

    protected override TimeSpan Every => TimeSpan.FromSeconds(30);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        if (!_isFilled)
        {
            if (await import.FillEmptyStoreAsync(stopping) is { } listed)
            {
                CatalogueFilled(Logger, listed.Occupations.Added);
            }

            _isFilled = true;
        }

        if (options.Value.LayOutAhead)
        {
            await search.SearchAsync(Languages.Default, Like, stopping);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The store had no catalogue: {Occupations} occupations were brought in")]
    private static partial void CatalogueFilled(ILogger logger, int occupations);
}
