using CareerPortal.Catalogue;
using CareerPortal.Occupations;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Api;

/// <summary>A title in both genders.</summary>
internal sealed record TitlePair(string Masculine, string Feminine);

/// <summary>A code with what it is called, and the language of that: French where it is not translated.</summary>
internal sealed record NamedCode(string Code, string Label, string Language);

/// <summary>A near occupation.</summary>
internal sealed record NearOccupation(string Code, TitlePair Title);

/// <summary>A level that follows from the facts of a catalogue, and which: never a counsellor's.</summary>
internal sealed record LevelFact(string Quality, int Importance, int Level, string Origin);

/// <summary>A line of a region's list, as that list words it; how sure it is that it means the occupation.</summary>
internal sealed record ShortageFact(string Region, int Year, string Kind, string Label, double Confidence, string Source, DateOnly Dated);

/// <summary>A catalogue that the facts are from.</summary>
internal sealed record SourceFact(
    string Key,
    string Title,
    string Edition,
    string Licence,
    string Attribution,
    string? Url,
    int Rows,
    DateOnly ImportedOn
);

/// <summary>
/// An occupation as lists show it. Its other names are those of the language asked for, where that is not French, each with its origin and how sure it
/// is (0 to 1); it is reviewed once a counsellor has found its page fit for search engines.
/// </summary>
internal sealed record OccupationBrief(
    string Code,
    string Slug,
    TitlePair Title,
    IReadOnlyList<ForeignName> OtherNames,
    NamedCode Field,
    NamedCode Domain,
    NamedCode Family,
    string Riasec,
    bool WithoutDiploma,
    bool Reviewed,
    string Href
);

/// <summary>All that the catalogue says of an occupation, in the language asked for.</summary>
internal sealed record OccupationDetail(
    OccupationBrief Occupation,
    IReadOnlyList<CatalogueName> Names,
    IReadOnlyList<ForeignName> ForeignNames,
    IReadOnlyList<NamedCode> MainInterests,
    IReadOnlyList<NamedCode> OtherInterests,
    IReadOnlyList<NamedCode> SoftSkills,
    IReadOnlyList<NamedCode> Contexts,
    IReadOnlyList<NamedCode> Sectors,
    OccupationInterests? Holland,
    IReadOnlyList<NearOccupation> Neighbours,
    IReadOnlyList<Crossing> Crossings,
    IReadOnlyList<LevelFact> Levels,
    IReadOnlyList<ShortageFact> Shortages,
    IReadOnlyList<SourceFact> Sources
);

/// <summary>All that the catalogue says of an occupation, by codes, with the keys of the catalogues behind it: the same in every language.</summary>
internal sealed record CatalogueRecord(
    string Code,
    string Slug,
    TitlePair Title,
    string Field,
    string Domain,
    string Family,
    IReadOnlyList<CatalogueName> Names,
    IReadOnlyList<ForeignName> ForeignNames,
    string Riasec,
    IReadOnlyList<string> MainInterests,
    IReadOnlyList<string> OtherInterests,
    IReadOnlyList<string> SoftSkills,
    IReadOnlyList<string> Contexts,
    IReadOnlyList<string> Sectors,
    bool WithoutDiploma,
    OccupationInterests? Holland,
    IReadOnlyList<string> Neighbours,
    IReadOnlyList<Crossing> Crossings,
    IReadOnlyList<LevelFact> Levels,
    bool Reviewed,
    IReadOnlyList<ShortageFact>? Shortages,
    IReadOnlyList<string> Sources
);

/// <summary>What became of an occupation: "listed" with all its facts, or "gone" with the code that stands for it now, where one does.</summary>
internal sealed record CatalogueEvent(string Kind, string Code, CatalogueRecord? Occupation, string? ReplacedBy, DateOnly? GoneOn);

/// <summary>
/// A page of the catalogue, or of what changed in it: how many there are on all pages, whether to ask at once for another, and the cursor to ask with.
/// What a snapshot does not name is not there.
/// </summary>
internal sealed record CatalogueChanges(string Edition, bool IsSnapshot, int Total, IReadOnlyList<CatalogueEvent> Items, bool HasMore, string Cursor);

/// <summary>A code that was given up.</summary>
internal sealed record GivenUpCode(string Code, string Slug, string? ReplacedBy, DateOnly GoneOn);

/// <summary>What a code is called, in the languages in which it is.</summary>
internal sealed record TermFact(string Kind, string Code, LocalisedText Label, string? Group);

/// <summary>What the whole is, under which conditions, and each origin of its facts with the keys of the catalogues behind it.</summary>
internal sealed record CatalogueMeta(
    string Title,
    LocalisedText Licence,
    LocalisedText Confidence,
    IReadOnlyList<SourceFact> Sources,
    IReadOnlyDictionary<string, string[]> Origins
);

/// <summary>The whole catalogue as one document.</summary>
internal sealed record CatalogueFile(
    CatalogueMeta Meta,
    IReadOnlyList<TermFact> Terms,
    IReadOnlyList<GivenUpCode> GivenUp,
    IReadOnlyList<CatalogueRecord> Occupations
);

/// <summary>Makes what is sent out of what the catalogue holds.</summary>
internal static class CatalogueShapes
{
    public static TitlePair TitleOf(ListedEntry entry) => new(entry.Facts.Masculine, entry.Facts.Feminine);

    /// <summary>The letter of the field that an occupation is listed in.</summary>
    public static string FieldOf(ListedEntry entry) => entry.Facts.Domain[..Math.Min(1, entry.Facts.Domain.Length)];

    public static OccupationBrief Brief(CatalogueView view, ListedEntry entry, string language)
    {
        var facts = entry.Facts;
        return new OccupationBrief(
            entry.Code,
            entry.Slug,
            TitleOf(entry),
            language == Languages.Default ? [] : [.. facts.ForeignNames.Where(n => n.Language == language)],
            Named(view, TermKind.Field, FieldOf(entry), language),
            Named(view, TermKind.Domain, facts.Domain, language),
            Named(view, TermKind.Family, facts.Parent, language),
            facts.Riasec,
            facts.WithoutDiploma,
            entry.ReviewedUtc is not null,
            Site.LinkIn(language, $"{OpenData.Root}/occupations/{entry.Code}")
        );
    }

    public static OccupationDetail Detail(CatalogueView view, ListedEntry entry, string language)
    {
        var facts = entry.Facts;
        return new OccupationDetail(
            Brief(view, entry, language),
            facts.Names,
            facts.ForeignNames,
            All(TermKind.Interest, facts.Interests.Take(facts.MainInterests)),
            All(TermKind.Interest, facts.Interests.Skip(facts.MainInterests)),
            All(TermKind.SoftSkill, facts.SoftSkills),
            All(TermKind.Context, facts.Contexts),
            All(TermKind.Sector, facts.Sectors),
            facts.Holland,
            [.. facts.Neighbours.Select(view.Find).OfType<ListedEntry>().Select(n => new NearOccupation(n.Code, TitleOf(n)))],
            facts.Crossings,
            LevelsOf(facts),
            ShortagesOf(view, entry),
            [.. SourcesOf(view).Where(s => KeysOf(facts).Contains(s.Key, StringComparer.Ordinal))]
        );

        IReadOnlyList<NamedCode> All(TermKind kind, IEnumerable<string> codes) => [.. codes.Select(c => Named(view, kind, c, language))];
    }

    /// <summary>An occupation by codes; with the regions' lists where a view is given.</summary>
    public static CatalogueRecord Record(ListedEntry entry, CatalogueView? lists = null)
    {
        var facts = entry.Facts;
        return new CatalogueRecord(
            entry.Code,
            entry.Slug,
            TitleOf(entry),
            FieldOf(entry),
            facts.Domain,
            facts.Parent,
            facts.Names,
            facts.ForeignNames,
            facts.Riasec,
            [.. facts.Interests.Take(facts.MainInterests)],
            [.. facts.Interests.Skip(facts.MainInterests)],
            facts.SoftSkills,
            facts.Contexts,
            facts.Sectors,
            facts.WithoutDiploma,
            facts.Holland,
            facts.Neighbours,
            facts.Crossings,
            LevelsOf(facts),
            entry.ReviewedUtc is not null,
            lists is null ? null : ShortagesOf(lists, entry),
            KeysOf(facts)
        );
    }

    public static IReadOnlyList<SourceFact> SourcesOf(CatalogueView view) =>
        [
            .. view.Sources.Select(s => new SourceFact(
                s.Key,
                s.Title,
                s.Edition,
                s.Licence,
                s.Attribution,
                s.Url,
                s.Rows,
                DateOnly.FromDateTime(s.ImportedUtc)
            )),
        ];

    public static IReadOnlyList<ShortageFact> ShortagesOf(CatalogueView view, ListedEntry entry) =>
        [
            .. view.ShortagesOf(entry.Code)
                .Select(s => new ShortageFact(s.Region, s.Year, ApiAnswer.Word(s.Kind), s.Label, s.Confidence, s.Source, s.Dated)),
        ];

    private static IReadOnlyList<LevelFact> LevelsOf(CatalogueFacts facts) =>
        [.. facts.Levels.Select(l => new LevelFact(l.QualityId, l.Importance, l.Level, ApiAnswer.Word(l.Origin)))];

    private static List<string> KeysOf(CatalogueFacts facts) =>
        [
            .. new[] { FactOrigins.Rome }
                .Concat(facts.ForeignNames.SelectMany(n => FactOrigins.Of(n.Origin)))
                .Concat(facts.Crossings.SelectMany(FactOrigins.Of))
                .Concat(facts.Levels.SelectMany(l => FactOrigins.Of(ApiAnswer.Word(l.Origin))))
                .Concat(facts.Holland is null ? [] : [FactOrigins.Onet])
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static NamedCode Named(CatalogueView view, TermKind kind, string code, string language)
    {
        var name = view.NameOf(kind, code);
        return new NamedCode(code, name.In(language), name.LanguageOf(language));
    }
}
