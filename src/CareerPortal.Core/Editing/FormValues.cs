using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>Typed values: how they are read and shown by a culture.</summary>
internal static class FormValues
{
    public static JsonNode? Read(FormField field, string? typed, CultureInfo culture) => typed;

    public static string Show(FormField field, JsonNode? value, CultureInfo culture) =>
        value is JsonValue && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? "";
}
