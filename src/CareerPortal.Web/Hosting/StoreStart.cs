using CareerPortal.Exchange;
using CareerPortal.Stores;

namespace CareerPortal.Web.Hosting;

/// <summary>Makes the store ready before the site answers, and fills an empty one.</summary>
internal static partial class StoreStart
{
    /// <exception cref="StoreException">The store cannot be used as it is.</exception>
    public static Task PrepareStoreAsync(this WebApplication app)
    {
        var store = app.Services.GetRequiredService<PortalStore>();
        var content = app.Services.GetRequiredService<ContentImport>();
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StoreStart));
        StoreLies(logger, store.Place);
        return store.PrepareAsync(
            async cancellation =>
            {
                if (await content.FillEmptyStoreAsync(cancellation) is { } report)
                {
                    StoreFilled(logger, report.Guides.Added);
                }
            },
            CancellationToken.None
        );
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The data lies in {Place}")]
    private static partial void StoreLies(ILogger logger, string place);

    [LoggerMessage(Level = LogLevel.Information, Message = "The store was empty: {Guides} guides were brought in")]
    private static partial void StoreFilled(ILogger logger, int guides);
}
