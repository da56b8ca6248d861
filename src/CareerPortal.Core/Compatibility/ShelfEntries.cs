using System.Collections.Frozen;
using CareerPortal.Catalogue;

namespace CareerPortal.Compatibility;

/// <summary>The occupations of the quiz over all by their codes, and the conditions in which ROME says that they are done.</summary>
internal sealed class ShelfEntries
{
    /// <summary>Contexts that nobody puts an occupation aside for: telework, and work by day.</summary>
    private static readonly FrozenSet<string> Welcome = ((string[])["300799", "300806"]).ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, ShelfEntry> _byCode;
    private readonly FrozenDictionary<string, ShelfEntry> _own;
    private readonly FrozenDictionary<string, FrozenSet<string>> _conditions;
    private readonly FrozenDictionary<string, double> _weights;

    public ShelfEntries(IReadOnlyList<ShelfEntry> entries, CatalogueView catalogue)
    {
        Catalogue = catalogue;
        _byCode = entries.ToFrozenDictionary(e => e.Code, StringComparer.Ordinal);
        _own = entries
            .Where(e => e is { IsOwn: true, Listed: not null })
            .OrderBy(e => e.Code, StringComparer.Ordinal)
            .DistinctBy(e => e.Listed!.Code)
            .ToFrozenDictionary(e => e.Listed!.Code, StringComparer.Ordinal);
        _conditions = entries
            .Where(e => e.Listed is not null)
            .DistinctBy(e => e.Listed!.Code)
            .ToFrozenDictionary(
                e => e.Listed!.Code,
                e => e.Listed!.Facts.Contexts.Where(IsCondition).ToFrozenSet(StringComparer.Ordinal),
                StringComparer.Ordinal
            );
        _weights = _conditions
            .Values.SelectMany(c => c)
            .CountBy(c => c, StringComparer.Ordinal)
            .ToFrozenDictionary(c => c.Key, c => Math.Log((1.0 + _conditions.Count) / c.Value), StringComparer.Ordinal);
    }

    public CatalogueView Catalogue { get; }

    public int Count => _byCode.Count;

    public ShelfEntry? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>An occupation by its code in the catalogue: the portal's own where one stands for it, with what a counsellor says.</summary>
    public ShelfEntry? OfCatalogue(string code) => _own.GetValueOrDefault(code) ?? Find(code);

    /// <summary>Codes of the contexts that say where, when and how; none where the catalogue tells nothing.</summary>
    public FrozenSet<string> ConditionsOf(ShelfEntry entry) => entry.Listed is { } listed ? _conditions.GetValueOrDefault(listed.Code, []) : [];

    /// <summary>How much a condition says: the more, the fewer occupations have it.</summary>
    public double WeightOf(string context) => _weights.GetValueOrDefault(context);

    /// <summary>Whom one works for, the kind of employer and the contract are no conditions of the work itself.</summary>
    private bool IsCondition(string code) =>
        !Welcome.Contains(code)
        && Catalogue.FindTerm(TermKind.Context, code)?.Group is "Conditions de travail et risques professionnels" or "Horaires et durée du travail";
}
