using System.Globalization;
using System.Text.Json.Nodes;
using CareerPortal.Editing;
using CareerPortal.Guides;

namespace CareerPortal.Web.Workspace.Editor;

/// <summary>What the fields of an open section share: faults, names of codes, and which items are unfolded.</summary>
public sealed class FormContext
{
    /// <summary>How many items of a long list are drawn at most.</summary>
    public const int Page = 40;

    /// <summary>Up to here the items of a list stand open.</summary>
    private const int FewItems = 3;

    private readonly HashSet<string> _turned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _pages = new(StringComparer.Ordinal);

    public CultureInfo Culture { get; init; } = CultureInfo.CurrentCulture;

    public ILookup<string, GuideFault> Faults { get; set; } = Enumerable.Empty<GuideFault>().ToLookup(f => f.Path);

    public IReadOnlyDictionary<(GuideReferenceKind Kind, string Code), string> Names { get; set; } =
        new Dictionary<(GuideReferenceKind Kind, string Code), string>();

    /// <summary>What is to be put right in an item.</summary>
    public int FaultsWithin(string path) =>
        Faults
            .Where(f => f.Key == path || f.Key.StartsWith($"{path}.", StringComparison.Ordinal))
            .Sum(f => f.Count(fault => fault.Severity == FaultSeverity.Error));

    /// <summary>Whether a text may have the marks of <see cref="Prose"/>.</summary>
    public static bool HasMarks(string path)
    {
        var (steps, isItem) = (new List<string>(), false);
        var here = "";
        foreach (var step in path.Split('.'))
        {
            here = here.Length == 0 ? step : $"{here}.{step}";
            if (!isItem)
            {
                steps.Add(step);
            }

            isItem = !isItem && GuideForm.FieldAt(here)?.IsList == true;
        }

        return GuideSections.IsProse(string.Join('.', steps));
    }

    public bool IsOpen(string item, int count) => count <= FewItems != _turned.Contains(item);

    public void Turn(string item)
    {
        if (!_turned.Remove(item))
        {
            _turned.Add(item);
        }
    }

    /// <summary>Opens an item whatever its list.</summary>
    public void Open(string item, int count)
    {
        if (!IsOpen(item, count))
        {
            Turn(item);
        }
    }

    /// <summary>Which page of a list of so many items is drawn; the first is 0.</summary>
    public int PageOf(string list, int count) => Math.Min(_pages.GetValueOrDefault(list), LastPage(count));

    public void TurnTo(string list, int page) => _pages[list] = page;

    public static int LastPage(int count) => Math.Max(0, count - 1) / Page;

    /// <summary>What a code is called; the code where it leads nowhere.</summary>
    public string NameOf(FormField field, JsonNode? value)
    {
        var code = GuideForm.Show(field, value, Culture);
        return field.Reference is { } kind && Names.TryGetValue((kind, code), out var name) ? name : code;
    }

    public static string IdOf(string path) => "f-" + path.Replace('.', '-').Replace("$", "", StringComparison.Ordinal);
}
