using System.Reflection;

namespace CareerPortal.Testing;

/// <summary>
/// Which folder of a project knows which, read from its compiled types. A folder is a namespace below the project's root.
/// At each level the child folders, each with all below it, and the types that lie in the folder itself may not know each other in a circle.
/// Constants and <c>nameof</c> are gone once compiled and do not count.
/// </summary>
public sealed class FolderGraph
{
    private const int ExamplesShown = 6;

    private readonly IReadOnlyList<FolderUse> _uses;

    private FolderGraph(IReadOnlyList<FolderUse> uses) => _uses = uses;

    public static FolderGraph Of(Assembly assembly, string root) =>
        new([.. CompiledUses.Of(assembly).Select(u => FolderUse.Below(root, u.From, u.To)).OfType<FolderUse>()]);

    /// <summary>Each circle with the types that make each of its edges; empty where there is none.</summary>
    public string Circles() => string.Join("\n\n", _uses.Select(u => u.Level).Distinct().Order(StringComparer.Ordinal).SelectMany(CirclesAt));

    private IEnumerable<string> CirclesAt(string level)
    {
        var edges = _uses.Where(u => u.Level == level).ToLookup(u => (u.From, u.To));
        var next = edges.ToLookup(e => e.Key.From, e => e.Key.To);
        var reached = edges.SelectMany(e => new[] { e.Key.From, e.Key.To }).Distinct().ToDictionary(folder => folder, folder => Reach(folder, next));
        return reached
            .Keys.Where(folder => reached[folder].Contains(folder))
            .GroupBy(folder => reached[folder].Where(other => reached[other].Contains(folder)).Min(StringComparer.Ordinal)!)
            .OrderBy(circle => circle.Key, StringComparer.Ordinal)
            .Select(circle => Told([.. circle], edges));
    }

    /// <summary>All that a folder comes to along one edge or more.</summary>
    private static HashSet<string> Reach(string start, ILookup<string, string> next)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>(next[start]);
        while (open.TryPop(out var folder))
        {
            if (reached.Add(folder))
            {
                foreach (var further in next[folder])
                {
                    open.Push(further);
                }
            }
        }

        return reached;
    }

    private static string Told(HashSet<string> circle, ILookup<(string From, string To), FolderUse> edges)
    {
        var lines = edges.Where(e => circle.Contains(e.Key.From) && circle.Contains(e.Key.To)).OrderBy(e => e.Key).Select(Told);
        return $"A circle of {string.Join(", ", circle.Order(StringComparer.Ordinal))}:\n{string.Join('\n', lines)}";
    }

    private static string Told(IGrouping<(string From, string To), FolderUse> edge)
    {
        var uses = edge.Select(u => u.Types).Distinct().Order(StringComparer.Ordinal).ToList();
        var more = uses.Count > ExamplesShown ? $" and {uses.Count - ExamplesShown} more" : "";
        return $"    {edge.Key.From} → {edge.Key.To}: {string.Join(", ", uses.Take(ExamplesShown))}{more}";
    }
}
