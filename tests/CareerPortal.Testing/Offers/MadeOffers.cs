using CareerPortal.Catalogue;
using CareerPortal.Offers;
using CareerPortal.Offers.Board;

namespace CareerPortal.Testing.Offers;

/// <summary>
/// Offers that nobody made, in the shapes of open data; the same for the same seed. Titles are names of the shipped catalogue's occupations, the
/// r-th of them in a share of 1/(r + 20) of the offers, in either gender or both, one in six with a town, an urgency or a contract added, and marks
/// such as « (H/F/X) ». Contracts and boards have the shares that were counted in the open data of two days in September 2026 (a temporary contract
/// with an option 49 %, permanent 26 %, temporary 12 %, fixed term 10 %; Jobat 39 %, the site itself 16 %, StepStone 2 %, agencies the rest). Towns
/// follow 1/(r + 3) over the postcodes, employers 1/(r + 10) over one name for twelve offers. One in ten is a post seen before, one in eight has a
/// text, four in ten state what studies they ask. Dates go back 120 days, more often near ones.
/// </summary>
public sealed class MadeOffers
{
    public const string Brussels = "BE1";

    private const int OffersAnEmployer = 12;
    private const int OldestDays = 120;

    private static readonly string[] Marks = [" (H/F/X)", " (H/F/X)", " H/F/X", " (h/f)", " (m/f/x)", "", "", " (/X) (H/F/X)"];
    private static readonly string[] First =
    [
        "Ateliers",
        "Transports",
        "Groupe",
        "Maison",
        "Les",
        "Boulangerie",
        "Garage",
        "Résidence",
        "Clinique",
        "Étude",
    ];
    private static readonly string[] Second =
    [
        "Brol",
        "Zinneke",
        "Tirlibibi",
        "Carabistouille",
        "Rawète",
        "Chinel",
        "Peket",
        "Spirou",
        "Cougnou",
        "Djok",
    ];
    private static readonly string[] Studies = ["02", "03", "34", "44", "6", "7"];
    private static readonly string[] Languages = ["fr", "nl", "en", "de"];
    private static readonly string[] Licences = ["B", "B", "B", "C", "CE", "D"];

    private static readonly string[] Sentences =
    [
        "Vous travaillez en équipe et avec soin.",
        "Une première expérience est un atout, débutants acceptés.",
        "Horaire de jour, du lundi au vendredi.",
        "Travail en trois pauses, permis B souhaité.",
        "Télétravail possible deux jours par semaine.",
        "Chèques-repas, assurance groupe et indemnité de déplacement.",
    ];

    private static readonly (ContractKind? Kind, int Of2056)[] Contracts =
    [
        (ContractKind.TemporaryToPermanent, 1001),
        (ContractKind.Permanent, 535),
        (ContractKind.Temporary, 247),
        (ContractKind.FixedTerm, 209),
        (ContractKind.Student, 20),
        (ContractKind.Replacement, 15),
        (ContractKind.FlexiJob, 10),
        (ContractKind.SelfEmployed, 8),
        (ContractKind.CivilServant, 5),
        (null, 6),
    ];

    private readonly Random _random;
    private readonly ListedOccupation[] _occupations;
    private readonly ListedLocality[] _towns;
    private readonly Dictionary<string, ListedMunicipality> _municipalities;
    private readonly string[] _employers;
    private readonly double[] _byOccupation;
    private readonly double[] _byTown;
    private readonly double[] _byEmployer;
    private readonly List<OpenOffer> _made = [];

    public MadeOffers(int seed, int count, DateOnly today)
    {
        var edition = CataloguePack.ReadShipped();
        (_random, Today) = (new Random(seed), today);
        _occupations = Shuffled(edition.Occupations);
        _towns = Shuffled([.. edition.Localities.Where(l => l.Nis is not null)]);
        _municipalities = edition.Municipalities.ToDictionary(m => m.Nis, StringComparer.Ordinal);
        _employers =
        [
            .. Enumerable
                .Range(0, Math.Max(10, count / OffersAnEmployer))
                .Select(i => $"{First[i % First.Length]} {Second[i / First.Length % Second.Length]}{(i < 100 ? "" : " " + Syllables(i))}"),
        ];
        _byOccupation = Shares(_occupations.Length, 20);
        _byTown = Shares(_towns.Length, 3);
        _byEmployer = Shares(_employers.Length, 10);
        for (var i = 0; i < count; i++)
        {
            _made.Add(Make(i + 1, i + 1));
        }
    }

    public DateOnly Today { get; }

    public IReadOnlyList<OpenOffer> All => _made;

    public IReadOnlyList<string> Employers => _employers;

    public string SomeTown() => _towns[Drawn(_byTown)].Name;

    public string SomePostcode() => _towns[Drawn(_byTown)].Postcode;

    public string SomeEmployer() => _employers[Drawn(_byEmployer)];

    public string SomeName()
    {
        var facts = _occupations[Drawn(_byOccupation)].Facts;
        var at = _random.Next(facts.Names.Count + 1);
        return _random.Next(2) == 0
            ? (at == 0 ? facts.Masculine : facts.Names[at - 1].Masculine)
            : (at == 0 ? facts.Feminine : facts.Names[at - 1].Feminine);
    }

    public string SomeCode() => _occupations[Drawn(_byOccupation)].Facts.Parent;

    /// <summary>An offer of a number; by a number that exists, what it may have become.</summary>
    public OpenOffer Make(long id, long sequence)
    {
        var occupation = _occupations[Drawn(_byOccupation)];
        var town = _towns[Drawn(_byTown)];
        var contract = ContractKindDrawn();
        var isAgency = contract is ContractKind.Temporary or ContractKind.TemporaryToPermanent;
        long? same = id > 10 && _random.Next(10) == 0 ? _random.NextInt64(1, id) : null;
        same = same is { } other && other <= _made.Count ? _made[(int)other - 1].SameAs ?? other : null;
        return new OpenOffer
        {
            Id = id,
            Sequence = sequence,
            OccupationCode = _random.Next(20) == 0 ? null : occupation.Code,
            FamilyCode = _random.Next(20) == 0 ? null : occupation.Facts.Parent,
            SameAs = same,
            Facts = new OfferFacts
            {
                Title = Title(occupation.Facts, town.Name),
                Employer = _random.Next(12) == 0 ? null : _employers[Drawn(_byEmployer)],
                EmployerKind = isAgency ? EmployerKind.Agency : EmployerKind.Direct,
                Board = Board(),
                Contract = contract,
                Regime =
                    _random.Next(14) == 0 ? null
                    : _random.Next(4) == 0 ? WorkRegime.PartTime
                    : WorkRegime.FullTime,
                Places = _random.Next(30) == 0 ? [] : [.. Places(town)],
                Studies = _random.Next(10) < 4 ? [Code(Studies)] : [],
                Languages = _random.Next(10) < 4 ? [.. Enumerable.Range(0, 2).Select(_ => Code(Languages)).Distinct()] : [],
                Licences = _random.Next(10) == 0 ? [Code(Licences)] : [],
                Sectors = _random.Next(2) == 0 ? [new LabelledCode($"{_random.Next(1, 99):00}", "")] : [],
                Experience = _random.Next(3) == 0 ? (ExperienceNeed)_random.Next(5) : null,
                Telework = _random.Next(12) == 0 ? (TeleworkKind)_random.Next(3) : null,
                Pay = _random.Next(8) == 0 ? new OfferPay(220_000, 220_000 + 1000 * _random.Next(300), "EUR", OfferPayPeriod.Month) : null,
                Text = _random.Next(8) == 0 ? string.Join(' ', Enumerable.Range(0, 4).Select(_ => Sentences[_random.Next(Sentences.Length)])) : null,
                Published = Today.AddDays(-(int)(OldestDays * Math.Pow(_random.NextDouble(), 2))),
            },
        };
    }

    private static double[] Shares(int count, int flat)
    {
        var sums = new double[count];
        for (var i = 0; i < count; i++)
        {
            sums[i] = (i == 0 ? 0 : sums[i - 1]) + 1.0 / (i + flat);
        }

        return sums;
    }

    private static string Syllables(int number)
    {
        const string Consonants = "bdfglmnprt";
        const string Vowels = "aeiou";
        var text = "";
        for (var left = number; left > 0; left /= 50)
        {
            text += $"{Consonants[left % 10]}{Vowels[left / 10 % 5]}";
        }

        return char.ToUpperInvariant(text[0]) + text[1..] + "n";
    }

    private int Drawn(double[] sums)
    {
        var at = Array.BinarySearch(sums, _random.NextDouble() * sums[^1]);
        return at < 0 ? Math.Min(~at, sums.Length - 1) : at;
    }

    private ContractKind? ContractKindDrawn()
    {
        var at = _random.Next(Contracts.Sum(c => c.Of2056));
        foreach (var (kind, share) in Contracts)
        {
            if ((at -= share) < 0)
            {
                return kind;
            }
        }

        return null;
    }

    private string Title(CatalogueFacts facts, string town)
    {
        var at = _random.Next(facts.Names.Count + 2);
        var (his, hers) = at < facts.Names.Count ? (facts.Names[at].Masculine, facts.Names[at].Feminine) : (facts.Masculine, facts.Feminine);
        var title = _random.Next(4) switch
        {
            0 => $"{his} / {hers}",
            1 => hers,
            _ => his,
        };
        title = char.ToUpperInvariant(title[0]) + title[1..];
        title = _random.Next(18) switch
        {
            0 => $"{title} - {town}",
            1 => "URGENT : " + title,
            2 => title + " - CDI",
            3 => title.ToUpperInvariant(),
            _ => title,
        };
        return title + Marks[_random.Next(Marks.Length)];
    }

    private string? Board() =>
        _random.Next(100) switch
        {
            < 39 => "Jobat",
            < 55 => "Via site Forem",
            < 57 => "StepStone (Belgium)",
            < 60 => null,
            var other => "Agence " + Second[other % Second.Length],
        };

    private IEnumerable<OfferPlace> Places(ListedLocality first)
    {
        var count = _random.Next(12) == 0 ? 3 : 1;
        for (var i = 0; i < count; i++)
        {
            var town = i == 0 ? first : _towns[Drawn(_byTown)];
            var municipality = _municipalities.GetValueOrDefault(town.Nis!);
            yield return new OfferPlace
            {
                Label = town.Name,
                Postcode = town.Postcode,
                Nis = town.Nis,
                Municipality = municipality?.French,
                Province = string.IsNullOrEmpty(municipality?.Province) ? null : municipality.Province,
                Region = town.Nis!.StartsWith("21", StringComparison.Ordinal) ? Brussels : null,
            };
        }
    }

    private LabelledCode Code(string[] codes)
    {
        var code = codes[_random.Next(codes.Length)];
        return new LabelledCode(code, code);
    }

    private T[] Shuffled<T>(IReadOnlyList<T> list)
    {
        var all = list.ToArray();
        _random.Shuffle(all);
        return all;
    }
}
