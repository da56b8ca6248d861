using System.Text.Json;
using System.Text.RegularExpressions;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>The controls of a page as the browser tells them to a screen reader: a line for each, with role, name, states and description.</summary>
internal static partial class AccessibilityTranscript
{
    private static readonly HashSet<string> Controls =
    [
        "button",
        "checkbox",
        "combobox",
        "DateTime",
        "Date",
        "DisclosureTriangle",
        "Iframe",
        "link",
        "radio",
        "searchbox",
        "slider",
        "spinbutton",
        "switch",
        "tab",
        "textbox",
    ];

    private static readonly HashSet<string> Regions =
    [
        "alert",
        "banner",
        "complementary",
        "group",
        "main",
        "navigation",
        "region",
        "search",
        "toolbar",
    ];

    /// <param name="window">The page.</param>
    /// <param name="withTables">Whether what stands in tables of data is told too.</param>
    public static async Task<IReadOnlyList<string>> ReadAsync(Window window, bool withTables = true)
    {
        var session = await window.MeasureAsync();
        var nodes = (await session.SendAsync("Accessibility.getFullAXTree"))!.Value.GetProperty("nodes").EnumerateArray().ToList();
        await session.DetachAsync();
        var byId = nodes.ToDictionary(n => n.GetProperty("nodeId").GetString()!);
        var lines = new List<string>();
        Walk(nodes[0], 0, false);
        return lines;

        void Walk(JsonElement node, int depth, bool isMain)
        {
            var role = node.GetProperty("ignored").GetBoolean() ? "" : Of(node, "role");
            isMain |= role == "main";
            var isRegion = Regions.Contains(role) && (Of(node, "name").Length > 0 || role is "alert" or "main");
            if (isMain && (isRegion || Controls.Contains(role)))
            {
                lines.Add(new string(' ', 2 * depth) + Tell(node, role));
                depth++;
            }

            // The parts of a field for a day are the browser's own, in its language; a frame is a page of its own.
            var isClosed = role is "Date" or "DateTime" or "Iframe" or "MenuListPopup" || (role == "table" && !withTables);
            if (isClosed || !node.TryGetProperty("childIds", out var children))
            {
                return;
            }

            foreach (var child in children.EnumerateArray())
            {
                if (byId.TryGetValue(child.GetString()!, out var found))
                {
                    Walk(found, depth, isMain);
                }
            }
        }
    }

    private static string Tell(JsonElement node, string role)
    {
        var states = node.TryGetProperty("properties", out var properties)
            ? properties.EnumerateArray().Select(State).OfType<string>().Order(StringComparer.Ordinal).ToList()
            : [];
        var description = Of(node, "description");
        return $"{role} “{Of(node, "name")}”"
            + (states.Count > 0 ? $" [{string.Join(", ", states)}]" : "")
            + (description.Length > 0 ? $" – {description}" : "");
    }

    private static string? State(JsonElement property)
    {
        var value = property.GetProperty("value").TryGetProperty("value", out var held) ? held.ToString().ToLowerInvariant() : "";
        return (property.GetProperty("name").GetString(), value) switch
        {
            ("expanded", "true") => "expanded",
            ("expanded", "false") => "collapsed",
            ("checked", "true") => "checked",
            ("checked", "false") => "not checked",
            ("pressed", "true") => "pressed",
            ("pressed", "false") => "not pressed",
            ("required", "true") => "required",
            ("disabled", "true") => "disabled",
            ("readonly", "true") => "read only",
            ("invalid", not ("false" or "")) => "invalid",
            ("hasPopup", not ("false" or "")) => $"opens a {value}",
            _ => null,
        };
    }

    private static string Of(JsonElement node, string property) =>
        node.TryGetProperty(property, out var found) && found.TryGetProperty("value", out var value) ? Spaces().Replace($"{value}", " ").Trim() : "";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
