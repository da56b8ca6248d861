using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.ResponseQuality;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>Are careless answers found with start parameters, and real people spared?</summary>
internal static class CarelessEvaluation
{
    private const double Share = 0.04;
    private const int Qualities = 8;
    private static readonly int[] Lengths = [12, 16, 20, 24];

    private static readonly (string Name, string Wanted)[] Kinds =
    [
        ("as they answered", "≤ 5"),
        ("random clicks", "≥ 75"),
        ("always the same answer", "≥ 99"),
        ("second half random", "≥ 45"),
    ];

    public static IReadOnlyList<SimulationRow> Run(OpenData data, ulong seed)
    {
        RealPeople[] sets = [RealPeople.Spi(data), RealPeople.BigFive(data)];
        var norms = NormSource.Learn(sets, odd: true);
        var odd = sets.Select(set => new Quizzes(set, norms, odd: true, seed)).ToList();
        var even = sets.Select(set => new Quizzes(set, norms, odd: false, seed)).ToList();
        const string test = "careless answers, real people, start norms";
        return
        [
            new SimulationRow(
                test,
                "odd rows, where the limit comes from",
                "4th percentile of the fit, 12 to 24 answers",
                Percentile([.. odd.Select(quizzes => (IReadOnlyList<double>)[.. Lengths.SelectMany(quizzes.Fits)])]),
                FormattableString.Invariant($"{ResponseInspector.LowestFit}")
            ),
            .. Lengths.SelectMany(length => Both($"{test}, odd rows", odd, length, isWanted: false)),
            .. Lengths.SelectMany(length => Both($"{test}, even rows", even, length, isWanted: true)),
        ];
    }

    /// <summary>The rows of each data set, and their mean.</summary>
    private static IEnumerable<SimulationRow> Both(string test, List<Quizzes> sets, int length, bool isWanted)
    {
        var rows = sets.Select(quizzes => quizzes.Flagged(length)).ToList();
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            for (var set = 0; set < sets.Count; set++)
            {
                yield return Row(sets[set].Name, rows[set][kind], "");
            }

            var wanted =
                !isWanted ? ""
                : kind == 0 || length == Lengths[^1] ? Kinds[kind].Wanted
                : "";
            yield return Row("mean of both", rows.Average(row => row[kind]), wanted);

            SimulationRow Row(string name, double value, string text) =>
                new(test, $"{Kinds[kind].Name}, {length} answers, {name}", "flagged, %", value, text);
        }
    }

    /// <summary>The value below which the share of fits lies that may be flagged, each set counting the same.</summary>
    private static double Percentile(List<IReadOnlyList<double>> sets)
    {
        var sum = 0.0;
        foreach (
            var (fit, weight) in sets.SelectMany(set => set.Select(fit => (Fit: fit, Weight: 1.0 / (set.Count * sets.Count)))).OrderBy(x => x.Fit)
        )
        {
            sum += weight;
            if (sum >= Share)
            {
                return fit;
            }
        }

        return double.NaN;
    }

    /// <summary>The quizzes of one half of the people: the first items of eight scales drawn for each, in turn.</summary>
    private sealed class Quizzes
    {
        private readonly RealPeople _set;
        private readonly ItemBank _bank;
        private readonly ResponseInspector _inspector;
        private readonly List<int[]> _people;
        private readonly ulong _seed;

        public Quizzes(RealPeople set, StartNorms norms, bool odd, ulong seed)
        {
            _set = set;
            _bank = set.Start(norms);
            _inspector = new ResponseInspector(new ProfileEstimator(_bank, SymmetricMatrix.Identity(_bank.Dimensions.Count)));
            _people = set.Half(odd);
            _seed = seed;
        }

        public string Name => _set.Name;

        public IEnumerable<double> Fits(int length) =>
            Enumerable.Range(0, _people.Count).Select(p => _inspector.PersonFit(Attentive(p, length)) ?? 0);

        /// <summary>The share of people flagged, in per cent, by kind of answers.</summary>
        public double[] Flagged(int length)
        {
            var random = new SeededRandom(_seed);
            var flagged = new double[Kinds.Length];
            for (var p = 0; p < _people.Count; p++)
            {
                var attentive = Attentive(p, length);
                var noise = attentive.Select(answer => new Answer(answer.ItemId, 1 + random.NextBelow(_set.Answers))).ToList();
                var straight = 1 + random.NextBelow(_set.Answers);
                Count(0, attentive);
                Count(1, noise);
                Count(2, [.. attentive.Select(answer => new Answer(answer.ItemId, straight))]);
                Count(3, [.. attentive.Take(length / 2), .. noise.Skip(length / 2)]);
            }

            return flagged;

            void Count(int kind, List<Answer> answers) => flagged[kind] += _inspector.Inspect(answers).IsFlagged ? 100.0 / _people.Count : 0;
        }

        private List<Answer> Attentive(int person, int length)
        {
            var scales = _bank.Dimensions.ToArray();
            var session = _seed + (ulong)person;
            new SeededRandom(session).Shuffle(scales.AsSpan());
            return
            [
                .. InTurnSelection
                    .Plan([.. scales.Take(Qualities)], _bank, session, length)
                    .Select(id => new Answer(id, _people[person][_bank.IndexOf(id)] is > 0 and var value ? value : null)),
            ];
        }
    }
}
