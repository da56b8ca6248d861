using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Directories;

/// <summary>
/// The services where a choice of occupation is talked over with people, region by region; read once for each state of the content.
/// </summary>
public sealed class GuidanceDirectory
{
    /// <summary>More services than the country has; a longer list would not be read by anyone.</summary>
    public const int Most = 200;

    private readonly PerContent<IReadOnlyList<GuidanceService>> _services;

    public GuidanceDirectory(IDbContextFactory<PortalDbContext> contexts, ContentMark mark) =>
        _services = new PerContent<IReadOnlyList<GuidanceService>>(
            mark,
            ContentRealm.Directories,
            async () =>
            {
                await using var context = await contexts.CreateDbContextAsync();
                var services = await context.GuidanceServices.AsNoTracking().OrderBy(s => s.Code).Take(Most).ToListAsync();
                return [.. services.OrderBy(s => s.Region).ThenBy(s => s.Kind).ThenBy(s => s.Code, StringComparer.Ordinal)];
            }
        );

    /// <summary>All services by region, then by kind.</summary>
    public Task<IReadOnlyList<GuidanceService>> AllAsync(CancellationToken cancellation) => _services.CurrentAsync(cancellation);

    public async Task<GuidanceService?> FindAsync(string code, CancellationToken cancellation) =>
        (await AllAsync(cancellation)).FirstOrDefault(s => s.Code == code);
}
