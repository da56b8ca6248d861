using CareerPortal.Catalogue;
using CareerPortal.French;

namespace CareerPortal.Cli.Catalogue;

/// <summary>An occupation while its rows are gathered from the tables.</summary>
internal sealed class RomeOccupation(string code, GenderedTitle title, string nameCode)
{
    public string Code => code;

    public GenderedTitle Title => title;

    public string NameCode => nameCode;

    public required string Parent { get; init; }

    public string Domain { get; set; } = "";

    public string Riasec { get; set; } = "";

    public List<CatalogueName> Names { get; } = [];

    /// <summary>The numbers of all its names, its title's among them.</summary>
    public List<string> NameCodes { get; } = [];

    public List<string> SoftSkills { get; } = [];

    public List<string> Contexts { get; } = [];

    public List<string> MainInterests { get; } = [];

    public List<string> OtherInterests { get; } = [];

    public SortedSet<string> Sectors { get; } = new(StringComparer.Ordinal);

    public List<(int Order, string Code)> Neighbours { get; } = [];

    public bool WithoutDiploma { get; set; }

    /// <summary>What ROME alone tells of it.</summary>
    public CatalogueFacts ToFacts() =>
        new()
        {
            Masculine = Title.Masculine,
            Feminine = Title.Feminine,
            NameCode = NameCode,
            Parent = Parent,
            Domain = Domain,
            Names = [.. Names.OrderBy(n => n.Rare).ThenBy(n => n.Masculine, StringComparer.Ordinal)],
            Riasec = Riasec,
            SoftSkills = [.. SoftSkills.Order(StringComparer.Ordinal)],
            Contexts = [.. Contexts.Order(StringComparer.Ordinal)],
            Interests = [.. MainInterests.Concat(OtherInterests.Order(StringComparer.Ordinal))],
            MainInterests = MainInterests.Count,
            Sectors = [.. Sectors],
            Neighbours = [.. Neighbours.OrderBy(n => n.Order).ThenBy(n => n.Code, StringComparer.Ordinal).Select(n => n.Code)],
            WithoutDiploma = WithoutDiploma,
        };
}
