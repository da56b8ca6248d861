using System.Text.Json;
using CareerPortal.Data;

namespace CareerPortal.Guides;

/// <summary>Every text of a value that is stored or travels as JSON, with its address: the value is walked as it is written, so nothing is forgotten.</summary>
internal static class PlainTexts
{
    public static IReadOnlyList<(string Path, string Text)> In<T>(string root, T value)
    {
        var texts = new List<(string Path, string Text)>();
        using var document = JsonDocument.Parse(StoredJson.Write(value));
        Walk(root, document.RootElement);
        return texts;

        void Walk(string path, JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var property in element.EnumerateObject())
                    {
                        Walk($"{path}.{property.Name}", property.Value);
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (var (index, item) in element.EnumerateArray().Index())
                    {
                        Walk($"{path}[{index}]", item);
                    }

                    break;
                case JsonValueKind.String:
                    texts.Add((path, element.GetString()!));
                    break;
            }
        }
    }

    /// <summary>
    /// What keeps a text from being plain, or plain but for the marks of <see cref="Prose"/>, and saying something; <paramref name="isFilled"/> tells
    /// the places that something fills.
    /// </summary>
    public static GuideFault? FaultOf(string path, string text, Func<string, bool> isFilled, bool isProse = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new GuideFault(path, FaultKind.EmptyText);
        }

        if ((isProse ? Prose.FaultIn(text) : Prose.MarkIn(text)) is { } mark)
        {
            return new GuideFault(path, FaultKind.Markup, mark);
        }

        return MinimumWageWords.PlaceholdersIn(text).FirstOrDefault(p => !isFilled(p)) is { } unfilled
            ? new GuideFault(path, FaultKind.UnknownPlaceholder, unfilled)
            : null;
    }
}
