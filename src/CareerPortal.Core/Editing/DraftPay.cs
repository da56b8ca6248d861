using System.Text.Json.Nodes;
using CareerPortal.Guides;
using CareerPortal.Wages;

namespace CareerPortal.Editing;

/// <summary>The pay of a draft as it can be drawn: a range of which something has still to be chosen is none yet.</summary>
public static class DraftPay
{
    private const string Place = "content.salaries";

    /// <summary>The document without such ranges, and whether there were any.</summary>
    public static (GuideDocument Document, bool HasUnchosen) Chosen(GuideDocument document, JsonObject named, IReadOnlyList<GuideFault> unreadable)
    {
        var items = (named["content"] as JsonObject)?["salaries"] as JsonArray ?? [];
        var ranges = new List<SalaryRange>();
        foreach (var (at, range) in document.Content.Salaries.Index())
        {
            var path = $"{Place}.{(at < items.Count ? DraftPlaces.IdOf(items[at]) : null) ?? $"{at}"}";
            if (range.LowCents <= range.HighCents && !unreadable.Any(f => DocumentPath.IsWithin(f.Path, path)))
            {
                ranges.Add(range);
            }
        }

        return ranges.Count == document.Content.Salaries.Count
            ? (document, false)
            : (document with { Content = document.Content with { Salaries = ranges } }, true);
    }
}
