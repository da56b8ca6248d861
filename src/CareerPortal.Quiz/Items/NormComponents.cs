namespace CareerPortal.Quiz.Items;

/// <summary>How far thresholds lie from the mean of their kind: by family, by dimension within it.</summary>
/// <param name="Families">Variance of the shifts of families.</param>
/// <param name="Dimensions">Variance of the shifts of the dimensions of one family.</param>
/// <param name="Norms">By family.</param>
internal sealed record NormComponents(double Families, double Dimensions, IReadOnlyDictionary<string, FamilyNorm> Norms)
{
    /// <summary>By moments, from the middle of the thresholds of each item beside the mean of its kind; variances are never below 0.</summary>
    /// <exception cref="ArgumentException">There are fewer than three dimensions, or none has two items.</exception>
    public static NormComponents Of(IReadOnlyList<(string? Family, string Dimension, double Shift)> items)
    {
        var dimensions = items
            .GroupBy(item => item.Dimension, StringComparer.Ordinal)
            .Select(group => (group.First().Family, Mean: group.Average(item => item.Shift), Shifts: group.Select(item => item.Shift).ToList()))
            .ToList();
        if (dimensions.Count < 3 || dimensions.Count == items.Count)
        {
            throw new ArgumentException("At least three dimensions are needed, one of them with two items.", nameof(items));
        }

        var own =
            dimensions.Sum(dimension => dimension.Shifts.Sum(shift => (shift - dimension.Mean) * (shift - dimension.Mean)))
            / (items.Count - dimensions.Count);
        var families = dimensions
            .GroupBy(dimension => dimension.Family ?? "", StringComparer.Ordinal)
            .Select(group => (Name: group.Key, Mean: group.Average(dimension => dimension.Mean), Means: group.Select(x => x.Mean).ToList()))
            .ToList();
        var between =
            families.Sum(family => family.Means.Sum(mean => (mean - family.Mean) * (mean - family.Mean)))
            / Math.Max(1, dimensions.Count - families.Count);
        var ofDimensions = Math.Max(0, between - own * dimensions.Average(dimension => 1.0 / dimension.Shifts.Count));
        // Families lie around 0: what all of them have in common belongs to the means of the kinds.
        var middle = families.Average(family => family.Mean);
        var named = families.Where(family => family.Name.Length > 0).ToList();
        var ofFamilies = named.Count < 2 ? 0 : Math.Max(0, Variance([.. named.Select(x => x.Mean)]) - named.Average(x => between / x.Means.Count));
        return new NormComponents(
            ofFamilies,
            ofDimensions,
            named.ToDictionary(
                family => family.Name,
                family =>
                {
                    var reliability = ofFamilies == 0 ? 0 : ofFamilies / (ofFamilies + between / family.Means.Count);
                    return new FamilyNorm(
                        reliability * (family.Mean - middle),
                        Math.Sqrt(ofDimensions + ofFamilies * (1 - reliability)),
                        family.Means.Count
                    );
                },
                StringComparer.Ordinal
            )
        );
    }

    private static double Variance(List<double> values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
    }
}
