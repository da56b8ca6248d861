using CareerPortal.Offers;
using CareerPortal.Offers.Board;

namespace CareerPortal.Testing.Offers;

/// <summary>
/// Questions of every kind about offers that were made, in turn: one word, a name, four words and more, misspelt, with a town, an employer, a contract,
/// a phrase, an exclusion, a very common word, nothing but filters, a distance, an occupation, and thirty words. The same for the same seed.
/// </summary>
public sealed class MadeQueries(MadeOffers offers, int seed)
{
    private static readonly string[] Common = ["technicien", "conducteur", "responsable", "agent", "vendeur", "ouvrier", "employé", "ingénieur"];
    private static readonly string[] Conditions = ["CDI", "CDD", "mi-temps", "temps partiel", "intérim", "étudiant", "télétravail", "permis B"];

    private readonly Random _random = new(seed);

    public static IReadOnlyList<string> Kinds { get; } =
    [
        "word",
        "name",
        "many words",
        "misspelt",
        "town",
        "employer",
        "condition",
        "phrase",
        "exclusion",
        "common word",
        "filters",
        "distance",
        "occupation",
        "all",
        "thirty words",
    ];

    public IEnumerable<(string Kind, OfferQuery Query)> Take(int count) =>
        Enumerable.Range(0, count).Select(i => (Kinds[i % Kinds.Count], Make(Kinds[i % Kinds.Count])));

    public OfferQuery Make(string kind) =>
        kind switch
        {
            "word" => Text(Word()),
            "name" => Text(offers.SomeName()),
            "many words" => Text($"{offers.SomeName()} {offers.SomeName()}"),
            "misspelt" => Text(Misspelt(Word())),
            "town" => Text($"{Word()} {offers.SomeTown()}"),
            "employer" => Text(offers.SomeEmployer()),
            "condition" => Text($"{Word()} {Conditions[_random.Next(Conditions.Length)]}"),
            "phrase" => Text($"\"{offers.SomeName()}\""),
            "exclusion" => Text($"{Word()} -{Word()} -intérim"),
            "common word" => Text(Common[_random.Next(Common.Length)]) with { Sort = (OfferSort)_random.Next(4) },
            "filters" => Filtered(new OfferQuery()),
            "distance" => Filtered(Text(Common[_random.Next(Common.Length)])) with
            {
                Place = offers.SomePostcode(),
                Kilometres = 5 * _random.Next(1, 20),
            },
            "occupation" => new OfferQuery { Occupation = offers.SomeCode(), Days = 30 },
            "all" => new OfferQuery { Sort = (OfferSort)_random.Next(4), IsPayStated = _random.Next(3) == 0 },
            _ => Text(string.Join(' ', Enumerable.Range(0, 30).Select(_ => Word()))),
        };

    private static OfferQuery Text(string text) => new() { Text = text };

    private OfferQuery Filtered(OfferQuery query)
    {
        var some = offers.All[_random.Next(offers.All.Count)].Facts;
        var chosen = new Dictionary<OfferFacet, IReadOnlyList<string>>
        {
            [OfferFacet.Contract] = [some.Contract?.ToString() ?? OfferQuery.Unstated, nameof(ContractKind.Permanent)],
        };
        if (_random.Next(2) == 0)
        {
            chosen[OfferFacet.Province] = [(some.Places.Count > 0 ? some.Places[0].Province : null) ?? OfferQuery.Unstated];
        }

        if (_random.Next(2) == 0)
        {
            chosen[OfferFacet.Regime] = [some.Regime?.ToString() ?? OfferQuery.Unstated];
        }

        return query with
        {
            Chosen = chosen,
            Days = _random.Next(3) == 0 ? 14 : null,
        };
    }

    private string Word()
    {
        var words = offers.SomeName().Split(' ', '\'', '’').Where(w => w.Length > 3).ToArray();
        return words.Length == 0 ? "cuisinier" : words[_random.Next(words.Length)];
    }

    private string Misspelt(string word)
    {
        var at = _random.Next(1, word.Length);
        return _random.Next(2) == 0 ? word.Remove(at, 1) : word.Insert(at, word[at - 1].ToString());
    }
}
