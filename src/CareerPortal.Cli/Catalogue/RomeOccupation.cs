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
}
