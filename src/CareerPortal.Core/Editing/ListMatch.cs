using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>
/// Which items of a list stand in another state of it, wherever they are now and however they were reworded. Items have no names of their
/// own: what is the same is matched first, then what is most alike.
/// </summary>
internal sealed class ListMatch
{
    /// <summary>Less of its words in common, and an item is another one.</summary>
    private const double LeastLikeness = 0.5;

    /// <summary>Of more pairs none is compared by its words: such a list was not written by a person.</summary>
    private const int MostCompared = 100_000;

    private readonly int[] _before;
    private readonly int[] _after;

    private ListMatch(int[] before, int[] after) => (_before, _after) = (before, after);

    /// <summary>The place in the first list of the item at a place in the second; −1 where it is new.</summary>
    public int Before(int after) => _before[after];

    /// <summary>The place in the second list of the item at a place in the first; −1 where it has gone.</summary>
    public int After(int before) => _after[before];

    public static ListMatch Of(JsonArray first, JsonArray second)
    {
        var (before, after) = (new int[second.Count], new int[first.Count]);
        Array.Fill(before, -1);
        Array.Fill(after, -1);

        var same = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var at = 0; at < first.Count; at++)
        {
            var text = Json.TextOf(first[at]);
            if (!same.TryGetValue(text, out var places))
            {
                same.Add(text, places = new Queue<int>());
            }

            places.Enqueue(at);
        }

        for (var at = 0; at < second.Count; at++)
        {
            if (same.TryGetValue(Json.TextOf(second[at]), out var places) && places.TryDequeue(out var place))
            {
                Pair(place, at);
            }
        }

        var gone = Enumerable.Range(0, first.Count).Where(at => after[at] < 0).ToList();
        var come = Enumerable.Range(0, second.Count).Where(at => before[at] < 0).ToList();
        if ((long)gone.Count * come.Count <= MostCompared)
        {
            var words = (
                First: gone.ToDictionary(at => at, at => ItemWords.Of(first[at])),
                Second: come.ToDictionary(at => at, at => ItemWords.Of(second[at]))
            );
            var alike =
                from old in gone
                from now in come
                let likeness = words.First[old].LikenessTo(words.Second[now])
                where likeness >= LeastLikeness
                orderby likeness descending, Math.Abs(old - now), old, now
                select (old, now);
            foreach (var (old, now) in alike)
            {
                if (after[old] < 0 && before[now] < 0)
                {
                    Pair(old, now);
                }
            }
        }

        return new ListMatch(before, after);

        void Pair(int old, int now) => (after[old], before[now]) = (now, old);
    }
}
