using CareerPortal.Data;

namespace CareerPortal.Occupations;

/// <summary>An occupation: its codes, its titles by language, and the qualities it requires.</summary>
[InRealm(ContentRealm.Guides)]
public sealed class Occupation
{
    public const int ClassificationCodeMaxLength = 16;

    public int Id { get; private set; }

    /// <summary>The stable name by which files and guides refer to the occupation.</summary>
    public required string Code { get; init; }

    public string? RomeCode { get; set; }

    public string? IscoCode { get; set; }

    public Sector Sector { get; set; }

    public StudyLevel Studies { get; set; }

    public List<WorkCondition> Conditions { get; set; } = [];

    /// <summary>What draws people to it; unknown where no source tells.</summary>
    public OccupationInterests? Interests { get; set; }

    public List<OccupationTitle> Titles { get; } = [];

    public List<Requirement> Requirements { get; } = [];

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>Takes over the titles and requirements given, in place of those held.</summary>
    public void Describe(IEnumerable<OccupationTitle> titles, IEnumerable<Requirement> requirements)
    {
        Titles.Clear();
        Titles.AddRange(titles);
        Requirements.Clear();
        Requirements.AddRange(requirements);
        Version = Guid.CreateVersion7();
    }

    /// <summary>Takes over the requirements given, in place of those held.</summary>
    public void Require(IEnumerable<Requirement> requirements)
    {
        Requirements.Clear();
        Requirements.AddRange(requirements);
        Version = Guid.CreateVersion7();
    }
}
