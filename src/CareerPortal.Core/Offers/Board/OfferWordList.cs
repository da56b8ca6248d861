using System.Text.Json;
using CareerPortal.Data;

namespace CareerPortal.Offers.Board;

/// <summary>Words of questions that stand for a condition, for another word, or for nothing.</summary>
internal sealed record OfferWordList(IReadOnlyList<SaidCondition> Conditions, IReadOnlyList<string> Idle, IReadOnlyList<AlikeWord> Alike)
{
    private const string Resource = "offer-words.json";

    public static OfferWordList Shipped()
    {
        using var stream =
            typeof(OfferWordList).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        return JsonSerializer.Deserialize<OfferWordList>(stream, JsonDialect.Patient())
            ?? throw new InvalidOperationException($"{Resource} is empty.");
    }
}
