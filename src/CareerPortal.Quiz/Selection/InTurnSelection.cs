using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Selection;

/// <summary>Questions in turn over an occupation's qualities: the simplest fair order, known before the first answer.</summary>
public static class InTurnSelection
{
    /// <summary>How many questions a quiz asks when nothing else is said.</summary>
    public const int DefaultCount = 16;

    /// <summary>
    /// Plans a quiz: round after round, one item of each quality, the most important quality first; the keying of a quality alternates,
    /// near-identical wordings never both appear, and the seed decides between items that are equally good.
    /// </summary>
    /// <returns>At most <paramref name="count"/> identifiers, fewer when the bank has no more.</returns>
    /// <exception cref="ArgumentException">The bank has no dimension of that name.</exception>
    public static IReadOnlyList<string> Plan(IReadOnlyList<string> qualityIds, ItemBank bank, ulong seed, int count = DefaultCount)
    {
        ArgumentNullException.ThrowIfNull(qualityIds);
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentOutOfRangeException.ThrowIfNegative(count);

        var dimensions = qualityIds
            .Distinct()
            .Select(id =>
                bank.DimensionIndex(id) is >= 0 and var at
                    ? at
                    : throw new ArgumentException($"'{id}' is not a dimension of this bank.", nameof(qualityIds))
            )
            .ToList();
        var random = new SeededRandom(seed);
        var planned = new List<int>(Math.Min(count, bank.Items.Count));
        var lastKeying = dimensions.ToDictionary(dimension => dimension, _ => (bool?)null);
        bool? lastAsked = null;
        for (var found = true; found && planned.Count < count; )
        {
            found = false;
            foreach (var dimension in dimensions)
            {
                if (planned.Count == count)
                {
                    break;
                }

                var free = bank.AskedOf(dimension)
                    .ToArray()
                    .Where(item => !planned.Contains(item) && !planned.Exists(other => bank.AreSimilar(item, other)))
                    .ToList();
                if (free.Count == 0)
                {
                    continue;
                }

                var wanted = !(lastKeying[dimension] ?? lastAsked ?? (random.NextBelow(2) == 0));
                var turned = free.Where(item => bank.Items[item].Reversed == wanted).ToList();
                var among = turned.Count > 0 ? turned : free;
                var chosen = among[random.NextBelow(among.Count)];
                planned.Add(chosen);
                lastKeying[dimension] = bank.Items[chosen].Reversed;
                lastAsked = bank.Items[chosen].Reversed;
                found = true;
            }
        }

        return [.. planned.Select(item => bank.Items[item].Id)];
    }
}
