using System.Text.Json;
using CareerPortal.Offers;
using CareerPortal.Offers.Board;

namespace CareerPortal.Core.Tests.Offers;

/// <summary>The gold standard of the board's search: its offers, its graded queries, and how well an index answers them.</summary>
internal static class OfferGold
{
    private const int Depth = 10;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static DateOnly AsOf { get; } = new(2026, 10, 1);

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Offers", "Gold");

    public static IReadOnlyList<OpenOffer> Offers(string folder)
    {
        using var stream = File.OpenRead(Path.Combine(folder, "offers.json"));
        return [.. JsonSerializer.Deserialize<GoldOffers>(stream, Options)!.Offers.Select(Open)];
    }

    public static IReadOnlyList<GoldQuery> Queries(string path)
    {
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<GoldQueries>(stream, Options)!.Queries;
    }

    public static long NumberOf(string id) => long.Parse(id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);

    public static IReadOnlyList<long> Answer(OfferIndex index, string text, int most)
    {
        var found = new List<long>();
        for (var page = 1; found.Count < most; page++)
        {
            var hits = index.Find(
                new OfferQuery
                {
                    Text = text,
                    PageSize = Math.Min(most, 100),
                    Page = page,
                },
                AsOf
            );
            found.AddRange(hits.Page.Select(h => h.Id));
            if (hits.Page.Count == 0)
            {
                break;
            }
        }

        return found;
    }

    public static GoldFigures Judge(OfferIndex index, IReadOnlyList<GoldQuery> queries) => new([.. queries.Select(q => Judge(index, q))]);

    private static GoldVerdict Judge(OfferIndex index, GoldQuery query)
    {
        var all = Answer(index, query.Q, int.MaxValue);
        var grades = query.Grades.ToDictionary(g => NumberOf(g.Key), g => g.Value);
        var gain = all.Take(Depth).Select((id, rank) => Gain(grades.GetValueOrDefault(id), rank)).Sum();
        var ideal = grades.Values.OrderDescending().Take(Depth).Select(Gain).Sum();
        var judged = query.Scope == "top10" ? all.Take(Depth) : all;
        var wrong = (query.MustNot ?? []).Select(NumberOf).Intersect(judged).ToList();
        return new GoldVerdict(query, grades.Count == 0 ? null : gain / ideal, all.Count, wrong);
    }

    private static double Gain(int grade, int rank) => (Math.Pow(2, grade) - 1) / Math.Log2(rank + 2);

    private static OpenOffer Open(GoldOffer offer) =>
        new()
        {
            Id = NumberOf(offer.Id),
            Sequence = NumberOf(offer.Id),
            FamilyCode = offer.OccupationCode,
            Facts = new OfferFacts
            {
                Title = offer.Title,
                Employer = offer.Employer == "Confidentiel" ? null : offer.Employer,
                EmployerKind = offer.EmployerKind == "agency" ? EmployerKind.Agency : EmployerKind.Direct,
                Reference = offer.Reference,
                Board = offer.Source,
                Published = offer.Published,
                Text = offer.Text,
                Places =
                [
                    .. offer.Places.Select(p => new OfferPlace
                    {
                        Label = p.Municipality,
                        Postcode = p.Postcode,
                        Municipality = p.Municipality,
                        Province = p.Province,
                        Region = p.Province is null ? "BE1" : null,
                    }),
                ],
                Contract = ContractOf(offer.Contract),
                ContractLabel = offer.Contract,
                Regime = offer.Regime switch
                {
                    "Temps plein" => WorkRegime.FullTime,
                    "Temps partiel" => WorkRegime.PartTime,
                    _ => null,
                },
                RegimeLabel = offer.Regime,
                Telework = offer.Telework switch
                {
                    "none" => TeleworkKind.None,
                    "hybrid" => TeleworkKind.Partly,
                    "full" => TeleworkKind.Wholly,
                    _ => null,
                },
                Studies = [.. (offer.Studies ?? []).Select(s => new LabelledCode(s, s))],
                Languages = [.. (offer.Languages ?? []).Select(l => new LabelledCode(l.ToLowerInvariant(), l))],
                Licences = [.. (offer.Licences ?? []).Select(l => new LabelledCode(l, l))],
            },
        };

    private static ContractKind? ContractOf(string? label) =>
        label?.ToLowerInvariant() switch
        {
            "durée indéterminée" => ContractKind.Permanent,
            "intérimaire avec option sur durée indéterminée" => ContractKind.TemporaryToPermanent,
            "durée déterminée" => ContractKind.FixedTerm,
            "intérimaire" => ContractKind.Temporary,
            "remplacement" => ContractKind.Replacement,
            "etudiant" => ContractKind.Student,
            "flexi-jobs" => ContractKind.FlexiJob,
            "nettement défini" => ContractKind.DefinedWork,
            "contrat collaboration indépendant" => ContractKind.SelfEmployed,
            "salarié statutaire" => ContractKind.CivilServant,
            "journalier (occasionnel ou saisonnier)" => ContractKind.Casual,
            null => null,
            _ => throw new InvalidDataException($"« {label} » is no contract of the gold standard."),
        };

    private sealed record GoldOffers(IReadOnlyList<GoldOffer> Offers);

    private sealed record GoldQueries(IReadOnlyList<GoldQuery> Queries);

    private sealed record GoldOffer(
        string Id,
        string Title,
        string Employer,
        string EmployerKind,
        IReadOnlyList<GoldPlace> Places,
        DateOnly Published,
        string Source,
        string? Contract,
        string? Regime,
        string? Reference,
        string? OccupationCode,
        string? Telework,
        IReadOnlyList<string>? Studies,
        IReadOnlyList<string>? Languages,
        IReadOnlyList<string>? Licences,
        string? Text
    );

    private sealed record GoldPlace(string Postcode, string Municipality, string? Province);
}
