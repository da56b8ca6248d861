using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Exchange;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>A directory whose rows are <typeparamref name="TRow"/>, which travel as <typeparamref name="TEntry"/>.</summary>
internal sealed class DirectoryShelf<TRow, TEntry>(DirectoryKind kind) : DirectoryShelf(kind)
    where TRow : class
    where TEntry : class
{
    /// <summary>The row of a code; none where the code is not one of this directory.</summary>
    public required Func<IQueryable<TRow>, string, IQueryable<TRow>> Find { get; init; }

    /// <summary>What a list shows, in a query.</summary>
    public required Func<IQueryable<TRow>, CancellationToken, Task<IReadOnlyList<DirectoryLine>>> Lines { get; init; }

    public required Func<TRow, TEntry> Read { get; init; }

    public required Func<TEntry, TRow> Make { get; init; }

    public required Func<TEntry, string> Code { get; init; }

    /// <summary>The set that holds the entry alone.</summary>
    public required Func<TEntry, ExchangeSet> Set { get; init; }

    /// <summary>The source that the entry cites, where it does.</summary>
    public Func<TEntry, string?> Source { get; init; } = static _ => null;

    public override Task<IReadOnlyList<DirectoryLine>> LinesAsync(PortalDbContext context, CancellationToken cancellation) =>
        Lines(context.Set<TRow>().AsNoTracking(), cancellation);

    public override async Task<string?> ReadAsync(PortalDbContext context, string code, CancellationToken cancellation) =>
        Slug.TryParse(code, out _) && await Find(context.Set<TRow>().AsNoTracking(), code).FirstOrDefaultAsync(cancellation) is { } row
            ? Write(Read(row))
            : null;

    public override string CodeOf(string document) => Code(ExchangeJson.Read<TEntry>(document));

    public override string Same(string document) => Write(ExchangeJson.Read<TEntry>(document));

    public override async Task<ExchangeSet> SetOfAsync(PortalDbContext context, string document, CancellationToken cancellation)
    {
        var entry = ExchangeJson.Read<TEntry>(document);
        var set = Set(entry);
        return Source(entry) is { } code && await context.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Code == code, cancellation) is { } source
            ? set with
            {
                Sources = [ExchangeForms.Of(source)],
            }
            : set;
    }

    public override async Task WriteAsync(PortalDbContext context, string document, CancellationToken cancellation)
    {
        var entry = ExchangeJson.Read<TEntry>(document);
        DirectoryRows.Take(context, await Find(context.Set<TRow>(), Code(entry)).FirstOrDefaultAsync(cancellation), Make(entry));
    }

    public override async Task RemoveAsync(PortalDbContext context, string code, CancellationToken cancellation)
    {
        if (await Find(context.Set<TRow>(), code).FirstOrDefaultAsync(cancellation) is { } row)
        {
            context.Remove(row);
        }
    }

    private static string Write(TEntry entry) => ExchangeJson.Write(entry, indented: false);
}
