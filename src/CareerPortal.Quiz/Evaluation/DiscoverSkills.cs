namespace CareerPortal.Quiz.Evaluation;

/// <summary>The rules of the United Kingdom's "Discover your skills and careers", as the method document of the portal states them.</summary>
/// <remarks>Answers are −2..+2, flipped for negative statements; a trait is the plain sum; a family is suggested when every one of its traits is
/// above 0, and its total is the sum of those traits, not divided by their number.</remarks>
public static class DiscoverSkills
{
    /// <summary>The total of each trait.</summary>
    /// <param name="answers">Trait, whether the statement is negative, and the raw answer from 1 "strongly disagree" to 5 "strongly agree".</param>
    public static IReadOnlyDictionary<string, int> Traits(IEnumerable<(string Trait, bool IsNegative, int Value)> answers) =>
        answers
            .GroupBy(answer => answer.Trait, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.Sum(answer => answer.IsNegative ? 3 - answer.Value : answer.Value - 3),
                StringComparer.Ordinal
            );

    /// <summary>The families suggested, highest total first, equal totals in the given order.</summary>
    public static IReadOnlyList<(string Family, int Total)> Suggest(
        IReadOnlyDictionary<string, int> traits,
        IEnumerable<DiscoverSkillsFamily> families
    ) =>
        [
            .. families
                .Where(family => family.Traits.Count > 0 && family.Traits.All(trait => traits.GetValueOrDefault(trait) > 0))
                .Select(family => (family.Id, family.Traits.Sum(trait => traits[trait])))
                .OrderByDescending(pair => pair.Item2),
        ];
}
