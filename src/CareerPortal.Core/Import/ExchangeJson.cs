using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CareerPortal.Import;

/// <summary>The JSON dialect of exchange files: camelCase, names for enumerations, nothing unknown, nothing missing.</summary>
public static class ExchangeJson
{
    private static readonly JsonSerializerOptions Compact = Options(indented: false);
    private static readonly JsonSerializerOptions Indented = Options(indented: true);

    /// <exception cref="JsonException">The text is not JSON of this shape; the message names the place.</exception>
    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Compact) ?? throw new JsonException("null where a value is needed");

    public static string Write<T>(T value, bool indented) => JsonSerializer.Serialize(value, indented ? Indented : Compact);

    private static JsonSerializerOptions Options(bool indented) => new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = indented,
        NewLine = "\n",
    };
}
