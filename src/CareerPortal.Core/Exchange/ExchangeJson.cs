using System.Text.Json;
using CareerPortal.Data;

namespace CareerPortal.Exchange;

/// <summary>The JSON of exchange files, read strictly: nothing unknown, nothing missing, nothing twice.</summary>
public static class ExchangeJson
{
    private static readonly JsonSerializerOptions Compact = JsonDialect.Strict(indented: false);
    private static readonly JsonSerializerOptions Indented = JsonDialect.Strict(indented: true);

    /// <exception cref="JsonException">The text is not JSON of this shape; the message names the place.</exception>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Compact) ?? throw new JsonException("null where a value is needed");

    public static string Write<T>(T value, bool indented) => JsonSerializer.Serialize(value, indented ? Indented : Compact);
}
