using System.Globalization;
using System.Text.Json;

namespace CareerPortal.Offers.Sources;

/// <summary>Reads members of records whose types nobody vouches for; what is none that may stand there is said with its name.</summary>
internal static class JsonFields
{
    private const int MostValues = 200;

    /// <exception cref="FormatException">The member is neither text nor number.</exception>
    public static string? Text(this JsonElement record, string name) =>
        !record.TryGetProperty(name, out var member)
            ? null
            : member.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => member.GetString(),
                JsonValueKind.Number => member.GetRawText(),
                _ => throw new FormatException($"{name} is no text"),
            };

    /// <summary>A list of texts; a single text is a list of one.</summary>
    /// <exception cref="FormatException">The member is neither.</exception>
    public static IReadOnlyList<string> Texts(this JsonElement record, string name)
    {
        if (!record.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (member.ValueKind == JsonValueKind.Array)
        {
            // A value that is missing keeps its place: others run beside it.
            return
            [
                .. member
                    .EnumerateArray()
                    .Take(MostValues)
                    .Select(v =>
                        v.ValueKind switch
                        {
                            JsonValueKind.String => v.GetString()!,
                            JsonValueKind.Number => v.GetRawText(),
                            JsonValueKind.Null => "",
                            _ => throw new FormatException($"{name} is no list of texts"),
                        }
                    ),
            ];
        }

        return record.Text(name) is { Length: > 0 } one ? [one] : [];
    }

    /// <summary>A number, written as one or as text; null where it is neither.</summary>
    public static double? Number(this JsonElement record, string name) =>
        record.TryGetProperty(name, out var member)
            ? member.ValueKind switch
            {
                JsonValueKind.Number when member.TryGetDouble(out var number) && double.IsFinite(number) => number,
                JsonValueKind.String
                    when double.TryParse(member.GetString()!.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                        && double.IsFinite(number) => number,
                _ => null,
            }
            : null;
}
