using System.Text.Json;

namespace CareerPortal.Data;

/// <summary>
/// Documents in the store. They are written as exchange files are and read with patience: a member that this program does not know is
/// passed over, so that a store that a newer program wrote into, or a member that was given up, takes nothing down.
/// </summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = JsonDialect.Patient();

    /// <exception cref="JsonException">The text is not JSON of this shape; the message names the place.</exception>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException("null where a value is needed");

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);
}
