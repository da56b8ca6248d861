using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Exchange;

namespace CareerPortal.Editing;

/// <summary>One directory of the store, its entries read and written in the form of exchange files.</summary>
internal abstract class DirectoryShelf(DirectoryKind kind)
{
    private static readonly Dictionary<DirectoryKind, DirectoryShelf> Shelves = DirectoryShelves.All.ToDictionary(s => s.Kind);

    public DirectoryKind Kind { get; } = kind;

    public static DirectoryShelf Of(DirectoryKind kind) => Shelves[kind];

    /// <summary>All entries by code with what a list shows of them.</summary>
    public abstract Task<IReadOnlyList<DirectoryLine>> LinesAsync(PortalDbContext context, CancellationToken cancellation);

    /// <summary>An entry in the form of exchange files; null where there is none of that code.</summary>
    public abstract Task<string?> ReadAsync(PortalDbContext context, string code, CancellationToken cancellation);

    /// <summary>The code of an entry.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is no entry of this directory.</exception>
    public abstract string CodeOf(string document);

    /// <summary>The same entry, written as the store writes it.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is no entry of this directory.</exception>
    public abstract string Same(string document);

    /// <summary>The entry as a set of files, with what it cites.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is no entry of this directory.</exception>
    public abstract Task<ExchangeSet> SetOfAsync(PortalDbContext context, string document, CancellationToken cancellation);

    /// <summary>Lets the store say what the entry says.</summary>
    public abstract Task WriteAsync(PortalDbContext context, string document, CancellationToken cancellation);

    public abstract Task RemoveAsync(PortalDbContext context, string code, CancellationToken cancellation);
}
