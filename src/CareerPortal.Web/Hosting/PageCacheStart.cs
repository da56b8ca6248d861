namespace CareerPortal.Web.Hosting;

/// <summary>Makes the page cache ready before the first request: names the edition, and reaches for the shelf.</summary>
internal sealed class PageCacheStart(SiteEdition edition, GuardedShelf? shelf = null) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.WhenAll(edition.ReadAsync(), shelf?.OpenAsync() ?? Task.CompletedTask);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
