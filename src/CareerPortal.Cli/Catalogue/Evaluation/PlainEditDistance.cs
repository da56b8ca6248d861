namespace CareerPortal.Cli.Catalogue.Evaluation;

/// <summary>The other baseline: how many letters to change, over the length of the longer title; the nearest title of each thing counts.</summary>
internal sealed class PlainEditDistance
{
    private const int Word = 64;

    private readonly List<(string Key, string Form)> _forms;

    public PlainEditDistance(IEnumerable<(string Key, string Title)> titles) =>
        _forms = [.. titles.SelectMany(t => TitleForms.Of(t.Title).Select(form => (t.Key, form))).Distinct()];

    public IReadOnlyList<string> Find(string title)
    {
        var best = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var own in TitleForms.Of(title).Select(form => form.Length > Word ? form[..Word] : form))
        {
            var places = new Dictionary<char, ulong>();
            for (var at = 0; at < own.Length; at++)
            {
                places[own[at]] = places.GetValueOrDefault(own[at]) | (1UL << at);
            }

            foreach (var (key, form) in _forms)
            {
                var away = (double)Distance(own.Length, places, form) / Math.Max(own.Length, form.Length);
                if (!best.TryGetValue(key, out var known) || away < known)
                {
                    best[key] = away;
                }
            }
        }

        return [.. best.OrderBy(b => b.Value).ThenBy(b => b.Key, StringComparer.Ordinal).Select(b => b.Key)];
    }

    /// <summary>Levenshtein's distance, all cells of a column at once (Myers 1999).</summary>
    private static int Distance(int length, Dictionary<char, ulong> places, string other)
    {
        if (length == 0)
        {
            return other.Length;
        }

        var (up, down, distance, last) = (ulong.MaxValue, 0UL, length, 1UL << (length - 1));
        foreach (var letter in other)
        {
            var same = places.GetValueOrDefault(letter);
            var diagonal = (((same & up) + up) ^ up) | same | down;
            var right = down | ~(diagonal | up);
            var left = up & diagonal;
            distance += (right & last) != 0 ? 1 : 0;
            distance -= (left & last) != 0 ? 1 : 0;
            right = (right << 1) | 1;
            up = (left << 1) | ~(diagonal | right);
            down = right & diagonal;
        }

        return distance;
    }
}
