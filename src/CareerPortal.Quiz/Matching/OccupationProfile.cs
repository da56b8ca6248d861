namespace CareerPortal.Quiz.Matching;

/// <summary>What an occupation asks for, quality by quality.</summary>
public sealed class OccupationProfile
{
    private readonly double[] _weights;

    /// <summary>Takes at least one requirement, each quality once.</summary>
    /// <exception cref="ArgumentException">There is no requirement, or a quality stands twice.</exception>
    public OccupationProfile(string id, IEnumerable<RequiredQuality> requirements)
    {
        Id = id;
        Requirements = [.. requirements];
        if (Requirements.Count == 0)
        {
            throw new ArgumentException($"The occupation '{id}' needs at least one requirement.", nameof(requirements));
        }

        var twice = Requirements.GroupBy(requirement => requirement.QualityId).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException($"The occupation '{id}' asks for '{twice.Key}' twice.", nameof(requirements));
        }

        var total = Requirements.Sum(requirement => requirement.Importance);
        _weights = [.. Requirements.Select(requirement => requirement.Importance / total)];
    }

    /// <summary>Identifier of the occupation, such as its slug.</summary>
    public string Id { get; }

    /// <summary>The requirements, in the order given.</summary>
    public IReadOnlyList<RequiredQuality> Requirements { get; }

    /// <summary>The weight of each requirement: its share of all importances; they sum to 1.</summary>
    public ReadOnlySpan<double> Weights => _weights;
}
