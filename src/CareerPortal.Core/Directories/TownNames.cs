using CareerPortal.Data;

namespace CareerPortal.Directories;

/// <summary>The names Belgian towns have in the other languages of the country, and in English; a town that is not listed keeps its name.</summary>
public static class TownNames
{
    private static readonly Lazy<Dictionary<string, LocalisedText>> Known = new(Read);

    /// <summary>The French name of a town in a language.</summary>
    public static string In(string french, string language) => Known.Value.TryGetValue(french, out var name) ? name.In(language) : french;

    private static Dictionary<string, LocalisedText> Read()
    {
        using var reader = new StreamReader(typeof(TownNames).Assembly.GetManifestResourceStream("town-names.json")!);
        return StoredJson.Read<List<LocalisedText>>(reader.ReadToEnd()).ToDictionary(n => n.Fr, StringComparer.Ordinal);
    }
}
