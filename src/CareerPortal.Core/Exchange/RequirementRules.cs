using CareerPortal.Occupations;
using CareerPortal.Quiz.Items;

namespace CareerPortal.Exchange;

/// <summary>What is wrong in the requirements of one occupation, whether they come in a file or are written here.</summary>
public static class RequirementRules
{
    /// <summary>The faults, each with its place, such as <c>.detail.level</c>; the place of all of them is empty.</summary>
    /// <param name="requirements">The requirements of one occupation.</param>
    /// <param name="qualities">The identifiers of scored qualities.</param>
    /// <param name="bank">The questions of the quiz; read only where a requirement names one.</param>
    public static IEnumerable<(string Member, FaultKind Kind, string? Value)> Faults(
        IReadOnlyList<RequirementEntry> requirements,
        IReadOnlySet<string> qualities,
        Lazy<ItemBank> bank
    )
    {
        if (requirements.Count == 0)
        {
            yield return ("", FaultKind.EmptySection, null);
        }

        foreach (var requirement in requirements)
        {
            foreach (var fault in FaultsOf(requirement, qualities, bank))
            {
                yield return fault;
            }
        }

        foreach (var twice in requirements.GroupBy(r => r.Quality).Where(g => g.Count() > 1))
        {
            yield return ("", FaultKind.DuplicateCode, twice.Key);
        }
    }

    private static IEnumerable<(string Member, FaultKind Kind, string? Value)> FaultsOf(
        RequirementEntry requirement,
        IReadOnlySet<string> qualities,
        Lazy<ItemBank> bank
    )
    {
        if (!qualities.Contains(requirement.Quality))
        {
            yield return ("", FaultKind.UnknownCode, requirement.Quality);
        }

        var place = $".{requirement.Quality}";
        if (!IsStep(requirement.Importance))
        {
            yield return ($"{place}.importance", FaultKind.OutOfRange, $"{requirement.Importance}");
        }

        if (!IsStep(requirement.Level))
        {
            yield return ($"{place}.level", FaultKind.OutOfRange, $"{requirement.Level}");
        }

        if (requirement.Surplus is not (>= 0 and <= 1))
        {
            yield return ($"{place}.surplus", FaultKind.OutOfRange, null);
        }

        foreach (var (kind, value) in ItemFaults(requirement, bank))
        {
            yield return ($"{place}.items", kind, value);
        }
    }

    /// <summary>The questions a requirement names are questions of today about its quality, each once.</summary>
    private static IEnumerable<(FaultKind Kind, string? Value)> ItemFaults(RequirementEntry requirement, Lazy<ItemBank> bank)
    {
        if (requirement.Items is not { } items)
        {
            yield break;
        }

        if (items.Count > Requirement.MostItems)
        {
            yield return (FaultKind.OutOfRange, null);
        }

        foreach (var item in items)
        {
            if (bank.Value.Find(item) is not { IsRetired: false } found || found.QualityId != requirement.Quality)
            {
                yield return (FaultKind.UnknownCode, item);
            }
        }

        foreach (var twice in items.GroupBy(i => i).Where(g => g.Count() > 1))
        {
            yield return (FaultKind.DuplicateCode, twice.Key);
        }
    }

    private static bool IsStep(int value) => value is >= Requirement.LeastStep and <= Requirement.GreatestStep;
}
