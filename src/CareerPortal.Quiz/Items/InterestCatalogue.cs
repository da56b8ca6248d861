using System.Text.Json;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Quiz.Items;

/// <summary>Holland's six interests with their names.</summary>
public sealed class InterestCatalogue
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private InterestCatalogue(IReadOnlyList<Interest> interests) => Interests = interests;

    /// <summary>The interests in the order of <see cref="InterestIds"/>.</summary>
    public IReadOnlyList<Interest> Interests { get; }

    /// <summary>The interest of this dimension, such as "interest-r", or null.</summary>
    public Interest? Find(string id) => Interests.FirstOrDefault(interest => interest.Id == id);

    /// <summary>The catalogue that ships with the engine.</summary>
    /// <exception cref="FormatException">The file does not name the six interests.</exception>
    public static InterestCatalogue Load()
    {
        using var stream =
            typeof(InterestCatalogue).Assembly.GetManifestResourceStream(ItemBank.InterestItems)
            ?? throw new InvalidOperationException($"The engine was built without {ItemBank.InterestItems}.");
        var entries = JsonSerializer.Deserialize<InterestFile>(stream, Json)?.Interests ?? [];
        return new InterestCatalogue([
            .. InterestIds.All.Select(id =>
                entries.FirstOrDefault(entry => InterestIds.FromLetter(entry.Id) == id) is { } entry
                    ? new Interest(id, new QuizText(entry.Label), new QuizText(entry.Definition))
                    : throw new FormatException($"interests: '{id}' has no name.")
            ),
        ]);
    }

    private sealed record InterestFile(IReadOnlyList<Entry> Interests);

    private sealed record Entry(string Id, Dictionary<string, string> Label, Dictionary<string, string> Definition);
}
