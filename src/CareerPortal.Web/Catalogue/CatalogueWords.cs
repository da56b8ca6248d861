using CareerPortal.Catalogue;
using CareerPortal.Occupations;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Catalogue;

/// <summary>How pages call what the catalogue holds.</summary>
internal static class CatalogueWords
{
    private static readonly Dictionary<string, ContextGroup> Groups = new(StringComparer.Ordinal)
    {
        ["Horaires et durée du travail"] = ContextGroup.Hours,
        ["Lieux et déplacements"] = ContextGroup.Places,
        ["Types de structures"] = ContextGroup.Workplaces,
        ["Publics spécifiques"] = ContextGroup.Publics,
        ["Conditions de travail et risques professionnels"] = ContextGroup.Conditions,
        ["Statut d'emploi"] = ContextGroup.Status,
    };

    /// <summary>Words that the catalogue writes without the accent of their capital.</summary>
    private static readonly (string Plain, string Accented)[] Capitals =
    [
        ("Etre", "Être"),
        ("Etablissement", "Établissement"),
        ("Etudes", "Études"),
        ("Economie", "Économie"),
        ("Education", "Éducation"),
        ("Electricité", "Électricité"),
        ("Electronique", "Électronique"),
        ("Edition", "Édition"),
        ("Elevage", "Élevage"),
        ("Energie", "Énergie"),
        ("Entretien", "Entretien"),
        ("Equipement", "Équipement"),
        ("Evénement", "Événement"),
    ];

    /// <summary>What the element around a French text says of its language: nothing on a French page.</summary>
    public static string? French => Site.Language == Languages.Default ? null : Languages.Default;

    public static OccupationName NameOf(ListedEntry occupation) => new(Languages.Default, occupation.Facts.Masculine, occupation.Facts.Feminine);

    public static string HeadingOf(ListedEntry occupation) => Site.Set(NameOf(occupation).Heading);

    public static string HeadingOf(CatalogueName name) => Site.Set(new OccupationName(Languages.Default, name.Masculine, name.Feminine).Heading);

    /// <summary>What an occupation is called in the reader's language, by the surest of its names; null in French and where no name is known.</summary>
    public static string? LocalNameOf(CatalogueFacts facts) =>
        French is null ? null
        : facts.ForeignNames.Where(n => n.Language == Site.Language).MaxBy(n => n.Confidence) is { } name
            ? Site.Set(CareerPortal.French.Sentence.Capitalise(name.Text), Site.Language)
        : null;

    /// <summary>What a code is called, in the reader's language or else in French.</summary>
    public static string Say(LocalisedText label)
    {
        var text = Site.Words(label).Replace("oeuvre", "œuvre", StringComparison.Ordinal).Replace("’Etat", "’État", StringComparison.Ordinal);
        foreach (var (plain, accented) in Capitals)
        {
            if (text.StartsWith(plain, StringComparison.Ordinal))
            {
                return accented + text[plain.Length..];
            }
        }

        return text;
    }

    /// <summary>The contexts of an occupation under their headings, in the order of the headings.</summary>
    public static IReadOnlyList<(ContextGroup Group, IReadOnlyList<LocalisedText> Labels)> ContextsOf(CatalogueView view, CatalogueFacts facts) =>
        [
            .. facts
                .Contexts.Select(code => (Term: view.FindTerm(TermKind.Context, code), Label: view.NameOf(TermKind.Context, code)))
                .GroupBy(c => c.Term?.Group is { } group ? Groups.GetValueOrDefault(group, ContextGroup.Other) : ContextGroup.Other, c => c.Label)
                .OrderBy(g => g.Key)
                .Select(g => (g.Key, (IReadOnlyList<LocalisedText>)[.. g.OrderBy(l => l.Fr, StringComparer.Ordinal)])),
        ];

    /// <summary>The group of ISCO-08 that an occupation belongs to, and the level of skill of that group; null where none is known.</summary>
    public static (Crossing Group, int Level)? SkillOf(CatalogueFacts facts) =>
        IscoSkill.GroupOf(facts) is { } group && IscoSkill.LevelOf(group.Code) is { } level ? (group, level) : null;

    /// <summary>The catalogues that something said of an occupation was taken from.</summary>
    public static IEnumerable<CatalogueSource> SourcesOf(CatalogueView view, CatalogueFacts facts)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal) { "rome" };
        AddWhere(facts.Crossings.Any(c => c.Scheme is IscoSkill.Scheme or "esco") || facts.ForeignNames.Any(n => n.Origin == "esco"), "esco");
        AddWhere(facts.Crossings.Any(c => c.Scheme == "competent") || facts.ForeignNames.Any(n => n.Origin == "competent"), "competent");
        AddWhere(facts.Holland is not null || facts.Crossings.Any(c => c.Scheme.StartsWith("onet", StringComparison.Ordinal)), "onet");
        return view.Sources.Where(s => keys.Contains(s.Key)).OrderBy(s => s.Key != "rome").ThenBy(s => s.Key, StringComparer.Ordinal);

        void AddWhere(bool isUsed, string key)
        {
            if (isUsed)
            {
                keys.Add(key);
            }
        }
    }

    /// <summary>What the element around an attribution says of its language: ROME's is French, the others are English.</summary>
    public static string? LangOfAttribution(CatalogueSource source) =>
        source.Key == "rome" ? French
        : Site.Language == "en" ? null
        : "en";

    /// <summary>A classification by the name that it gives itself.</summary>
    public static string SchemeOf(string scheme) =>
        scheme switch
        {
            "rome" => "ROME 4.0",
            IscoSkill.Scheme => "ISCO-08 (CITP-08)",
            "esco" => "ESCO",
            "competent" => "Competent",
            "onet-soc-2019" => "O*NET-SOC 2019",
            _ => scheme,
        };
}
