using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CareerPortal.Editing;

/// <summary>The words of an item of a list, and what it is called: its first member.</summary>
internal sealed partial class ItemWords
{
    /// <summary>What has the same name is the same item, whatever else was rewritten.</summary>
    private const double SameName = 0.75;

    private readonly Dictionary<string, int> _count;
    private readonly int _total;
    private readonly string? _name;

    private ItemWords(Dictionary<string, int> count, string? name)
    {
        _count = count;
        _total = count.Values.Sum();
        _name = name;
    }

    public static ItemWords Of(JsonNode? item)
    {
        var texts = Json.TextsOf(item).ToList();
        var words = texts.SelectMany(text => Word().Matches(text).Select(w => w.Value)).CountBy(w => w, StringComparer.OrdinalIgnoreCase);
        return new ItemWords(words.ToDictionary(StringComparer.OrdinalIgnoreCase), item is JsonObject ? texts.FirstOrDefault() : null);
    }

    /// <summary>From 0, no word in common, to 1, all of them (Dice 1945).</summary>
    public double LikenessTo(ItemWords other)
    {
        if (_name is not null && _name == other._name)
        {
            return SameName + ((1 - SameName) * Shared(other));
        }

        return Shared(other) * SameName;
    }

    private double Shared(ItemWords other)
    {
        var total = _total + other._total;
        return total == 0 ? 0 : 2.0 * _count.Sum(w => Math.Min(w.Value, other._count.GetValueOrDefault(w.Key))) / total;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
