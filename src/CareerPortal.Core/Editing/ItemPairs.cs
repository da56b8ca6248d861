using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>
/// Where the items of a list stood in another state of it, for those who follow each of them: what was reworded beyond likeness counts as the
/// same while nothing else came or went.
/// </summary>
internal static class ItemPairs
{
    /// <summary>The place in the first list of each item of the second; −1 where it is new.</summary>
    public static int[] Before(JsonArray first, JsonArray second)
    {
        var match = ListMatch.Of(first, second);
        int[] before = [.. Enumerable.Range(0, second.Count).Select(match.Before)];
        var gone = Enumerable.Range(0, first.Count).Where(at => match.After(at) < 0).ToList();
        var come = Enumerable.Range(0, second.Count).Where(at => before[at] < 0).ToList();
        if (gone.Count == come.Count)
        {
            foreach (var (old, now) in gone.Zip(come))
            {
                before[now] = old;
            }
        }

        return before;
    }
}
