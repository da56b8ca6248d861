using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>Text that becomes an element or an attribute of its own wherever a page does not write it as text.</summary>
internal static class HostileText
{
    /// <summary>For what has room for few characters.</summary>
    private const string Least = "\"><b on=x>";

    private const string Short = "\"'><b onclick=x>";

    private const string Whole = "\"'></title></textarea></style></script><script>harm()</script><b onclick=harm()>";

    private static readonly string[] Addresses = ["href", "src", "action", "formaction", "data", "poster", "xlink:href"];

    /// <summary>The text for a place, with the place's number where there is room.</summary>
    public static string Of(int number, int? room)
    {
        var (whole, brief) = ($"{Whole}~{number}~", $"{Short}~{number}~");
        return room is null || whole.Length <= room ? whole
            : brief.Length <= room ? brief
            : Least.Length <= room ? Least
            : throw new ArgumentOutOfRangeException(nameof(room), room, "A text of so few characters does no harm: say so.");
    }

    /// <summary>An address that would run.</summary>
    public static string AddressOf(int number) => $"javascript:harm()//{Short}~{number}~";

    /// <summary>Whether the text for a place stands in what a page says.</summary>
    public static bool StandsIn(string said, int number, string text) =>
        said.Contains(text == Least ? Least : $"~{number}~", StringComparison.Ordinal);

    /// <summary>What of the text has become part of a page, among its elements.</summary>
    public static IEnumerable<string> HarmIn(IEnumerable<IElement> elements)
    {
        foreach (var element in elements)
        {
            foreach (var attribute in element.Attributes)
            {
                var value = new string([.. attribute.Value.Where(c => c > ' ')]);
                // Blazor's own handlers stand in bUnit's pages as attributes of its own, such as blazor:onclick.
                if (
                    attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                    || attribute.Name is "srcdoc"
                    || (
                        Addresses.Contains(attribute.Name)
                        && (
                            value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
                            || value.StartsWith("data:text", StringComparison.OrdinalIgnoreCase)
                        )
                    )
                )
                {
                    yield return $"<{element.LocalName} {attribute.Name}=\"{attribute.Value}\"> in {element.ParentElement?.LocalName}";
                }
            }

            if (
                element is IHtmlScriptElement { Type: not ("application/json" or "application/ld+json") } or IHtmlStyleElement
                && element.TextContent.Contains("harm()", StringComparison.Ordinal)
            )
            {
                yield return $"<{element.LocalName}> holds it in {element.ParentElement?.LocalName}";
            }
        }
    }
}
