using System.Text.Json;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Exchange;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Qualities;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>The parameters of a release: checked by what checks exchange files, and written as an import writes them.</summary>
internal static class ReleaseParameters
{
    public static async Task<IReadOnlyList<ReleaseFault>> CheckAsync(
        PortalDbContext context,
        QualityCatalogue qualities,
        int? itemId,
        ReleaseItemKind kind,
        string document,
        CancellationToken cancellation
    )
    {
        try
        {
            if (await SetOfAsync(context, kind, document, cancellation) is not { } set)
            {
                return [new ReleaseFault(itemId, "occupation", FaultKind.UnknownCode)];
            }

            return [.. ExchangeChecks.Check(set, qualities).Select(f => new ReleaseFault(itemId, f.Place, f.Kind, f.Value))];
        }
        catch (JsonException e)
        {
            return [new ReleaseFault(itemId, e.Path ?? "", FaultKind.Unreadable)];
        }
    }

    /// <summary>Lets the store say what a parameter says; it has been checked.</summary>
    public static async Task TakeAsync(PortalDbContext context, ReleaseItem item, Guid? accountId, DateTime nowUtc, CancellationToken cancellation)
    {
        switch (item.Kind)
        {
            case ReleaseItemKind.WageFloor:
                await DirectoryHistory.WriteAsync(context, DirectoryKind.WageFloor, item.Document!, accountId, null, nowUtc, cancellation);
                break;
            case ReleaseItemKind.ExchangeRate:
                await DirectoryHistory.WriteAsync(context, DirectoryKind.ExchangeRate, item.Document!, accountId, null, nowUtc, cancellation);
                break;
            case ReleaseItemKind.Requirements:
                await RequireAsync(context, ExchangeJson.Read<OccupationRequirements>(item.Document!), cancellation);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(item));
        }
    }

    public static Requirement Of(RequirementEntry entry) =>
        new()
        {
            QualityId = entry.Quality,
            Importance = entry.Importance,
            Level = entry.Level,
            Surplus = entry.Surplus,
            Origin = entry.Origin,
            Items = entry.Items is { Count: > 0 } ? [.. entry.Items] : null,
        };

    /// <summary>The rows are keyed by what they say: the old ones leave before the new ones come, in the transaction of whoever calls.</summary>
    private static async Task RequireAsync(PortalDbContext context, OccupationRequirements given, CancellationToken cancellation)
    {
        var occupation = await context
            .Occupations.Include(o => o.Titles)
            .Include(o => o.Requirements)
            .SingleAsync(o => o.Code == given.Occupation, cancellation);
        context.RemoveRange(occupation.Requirements);
        await context.SaveChangesAsync(cancellation);
        occupation.Describe([.. occupation.Titles], given.Requirements.Select(Of));
    }

    /// <summary>The parameter as a set of files, with what it cites; null where it speaks of an occupation that there is not.</summary>
    private static async Task<ExchangeSet?> SetOfAsync(PortalDbContext context, ReleaseItemKind kind, string document, CancellationToken cancellation)
    {
        if (kind == ReleaseItemKind.Requirements)
        {
            var given = ExchangeJson.Read<OccupationRequirements>(document);
            var occupation = await context
                .Occupations.AsNoTracking()
                .Include(o => o.Titles)
                .Include(o => o.Requirements)
                .SingleOrDefaultAsync(o => o.Code == given.Occupation, cancellation);
            return occupation is null
                ? null
                : new ExchangeSet { Occupations = [ExchangeForms.Of(occupation) with { Requirements = given.Requirements }] };
        }

        var shelf = DirectoryShelf.Of(kind == ReleaseItemKind.WageFloor ? DirectoryKind.WageFloor : DirectoryKind.ExchangeRate);
        return await shelf.SetOfAsync(context, document, cancellation);
    }
}
