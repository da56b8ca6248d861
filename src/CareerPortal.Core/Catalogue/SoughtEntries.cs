using CareerPortal.Occupations;
using CareerPortal.Search;

namespace CareerPortal.Catalogue;

/// <summary>What the search knows of an occupation that the catalogue lists.</summary>
public static class SoughtEntries
{
    private const float TitleWorth = 1;
    private const float NameWorth = 0.88f;
    private const float RareWorth = 0.6f;

    /// <summary>A name that has to be explained, as « huissier (menuisier) », is another's first.</summary>
    private const float ExplainedWorth = 0.85f;

    /// <summary>Names of other classifications: the surer the more; in French the catalogue has its own, which count before them.</summary>
    private const float FrenchWorth = 0.3f;
    private const float ForeignWorth = 0.6f;
    private const float ConfidenceWorth = 0.3f;

    /// <summary>Everybody who finds an interest among the main ones means it; one among the others, perhaps.</summary>
    private const float FurtherInterest = 0.6f;

    public static SoughtOccupation Of(CatalogueFacts facts, Func<TermKind, string, LocalisedText> nameOf)
    {
        var names = new List<SoughtName> { new(facts.Masculine, Languages.Default, TitleWorth), new(facts.Feminine, Languages.Default, TitleWorth) };
        foreach (var name in facts.Names)
        {
            var worth = (name.Rare ? RareWorth : NameWorth) * (name.Masculine.Contains('(', StringComparison.Ordinal) ? ExplainedWorth : 1);
            names.Add(new SoughtName(name.Masculine, Languages.Default, worth));
            names.Add(new SoughtName(name.Feminine, Languages.Default, worth));
        }

        foreach (var name in facts.ForeignNames.OrderByDescending(n => n.Confidence))
        {
            var worth = (name.Language == Languages.Default ? FrenchWorth : ForeignWorth) + ConfidenceWorth * (float)name.Confidence;
            names.Add(new SoughtName(name.Text, name.Language, worth));
        }

        string[] groups =
        [
            nameOf(TermKind.Family, facts.Parent).Fr,
            nameOf(TermKind.Domain, facts.Domain).Fr,
            nameOf(TermKind.Field, facts.Domain[..1]).Fr,
            .. facts.Sectors.Select(s => nameOf(TermKind.Sector, s).Fr),
        ];
        return new SoughtOccupation(names, [.. groups.Distinct(StringComparer.Ordinal)], MarksOf(facts));
    }

    private static Dictionary<string, float> MarksOf(CatalogueFacts facts)
    {
        var marks = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var context in facts.Contexts)
        {
            marks[SearchMeaning.ContextMark(context)] = 1;
        }

        for (var i = 0; i < facts.Interests.Count; i++)
        {
            marks[SearchMeaning.InterestMark(facts.Interests[i])] = i < facts.MainInterests ? 1 : FurtherInterest;
        }

        if (facts.WithoutDiploma)
        {
            marks[SearchMeaning.Mark(StudyLevel.NoDiploma)] = 1;
        }

        return marks;
    }
}
