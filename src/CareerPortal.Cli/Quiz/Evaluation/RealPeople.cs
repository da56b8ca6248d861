using CareerPortal.Cli.Files;
using CareerPortal.Cli.Quiz.Files;
using CareerPortal.Quiz.Calibration;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>Real people's answers to scales, split by the parity of their row: what is learned on one half is measured on the other.</summary>
internal sealed class RealPeople
{
    /// <summary>Scales of the SPI that stand for a quality of the portal; those marked are turned, for their high end is the unwanted one.</summary>
    private static readonly (string Scale, bool Turned, string Family)[] SpiScales =
    [
        ("Compassion", false, NormFamilies.Care),
        ("Irritability", true, NormFamilies.Calm),
        ("Sociability", false, NormFamilies.Energy),
        ("Anxiety", true, NormFamilies.Calm),
        ("Honesty", false, NormFamilies.Care),
        ("Industry", false, NormFamilies.Order),
        ("Intellect", false, NormFamilies.Openness),
        ("Creativity", false, NormFamilies.Openness),
        ("Impulsivity", true, NormFamilies.Order),
        ("Order", false, NormFamilies.Order),
        ("Authoritarianism", false, NormFamilies.Order),
        ("Charisma", false, NormFamilies.Energy),
        ("Trust", false, NormFamilies.Care),
        ("Introspection", false, NormFamilies.Openness),
        ("Perfectionism", false, NormFamilies.Order),
        ("SelfControl", false, NormFamilies.Order),
        ("Adaptability", false, NormFamilies.Openness),
        ("EmotionalStability", true, NormFamilies.Calm),
    ];

    private static readonly (string Scale, bool Turned, string Family, string Reversed)[] BigFiveScales =
    [
        ("E", false, NormFamilies.Energy, "2 4 6 8 10"),
        ("N", true, NormFamilies.Calm, "2 4"),
        ("A", false, NormFamilies.Care, "1 3 5 7"),
        ("C", false, NormFamilies.Order, "2 4 6 8"),
        ("O", false, NormFamilies.Openness, "2 4 6"),
    ];

    private readonly List<(int[] Values, string Country)> _people;

    private RealPeople(string name, IReadOnlyList<RealScale> scales, int answers, List<(int[] Values, string Country)> people)
    {
        Name = name;
        Scales = scales;
        Answers = answers;
        _people = people;
    }

    /// <summary>The data set.</summary>
    public string Name { get; }

    public IReadOnlyList<RealScale> Scales { get; }

    /// <summary>Number of possible answers.</summary>
    public int Answers { get; }

    /// <summary>The family of <see cref="NormFamilies"/> that a scale belongs to.</summary>
    public string Family(string scale) => Scales.First(own => own.Name == scale).Family;

    /// <summary>Every second person: raw answers by item, scale after scale, 0 where missing.</summary>
    /// <param name="odd">The first, third, fifth … row; otherwise the others.</param>
    public List<int[]> Half(bool odd) => [.. Rows(odd).Select(person => person.Values)];

    /// <summary>The country of each person of <see cref="Half"/>; empty where it is not known.</summary>
    public List<string> Countries(bool odd) => [.. Rows(odd).Select(person => person.Country)];

    public static string? BigFiveMissing(OpenData data) => data.FirstMissing(("openpsych_big5", "data_items.tsv"));

    /// <summary>The SPI: narrow scales of five items, six answers.</summary>
    public static RealPeople Spi(OpenData data)
    {
        var keys = SpiBank.Keys(data);
        RealScale[] scales =
        [
            .. SpiScales.Select(scale => new RealScale(
                scale.Scale,
                scale.Family,
                [.. keys.Of(scale.Scale).Select(key => (key.Item, key.IsReversed != scale.Turned))]
            )),
        ];
        string[] items = [.. scales.SelectMany(scale => scale.Items.Select(item => item.Item))];
        var people = AnswerTable
            .Read(data.Path("spi_sapa", "spi_2400.csv"), items, [.. items.Select(_ => SpiBank.Categories)])
            .Select(person => (person.Values, ""))
            .ToList();
        return new RealPeople("SPI", scales, SpiBank.Categories, people);
    }

    /// <summary>The IPIP-50: five broad scales of ten items, five answers.</summary>
    public static RealPeople BigFive(OpenData data)
    {
        const int answers = 5;
        RealScale[] scales =
        [
            .. BigFiveScales.Select(scale => new RealScale(
                scale.Scale,
                scale.Family,
                [.. Enumerable.Range(1, 10).Select(at => ($"{scale.Scale}{at}", scale.Reversed.Split(' ').Contains($"{at}") != scale.Turned))]
            )),
        ];
        using var file = CsvFile.Open(data.Path("openpsych_big5", "data_items.tsv"), '\t');
        var columns = scales.SelectMany(scale => scale.Items.Select(item => file.Column(item.Item))).ToArray();
        var country = file.Column("country");
        return new RealPeople(
            "IPIP-50",
            scales,
            answers,
            [
                .. file.Rows()
                    .Select(row =>
                        (Values: columns.Select(column => row[column] == "0" ? 0 : row.Answer(column, answers)).ToArray(), Country: row[country])
                    ),
            ]
        );
    }

    /// <summary>The items with parameters estimated on these people.</summary>
    public ItemBank Calibrate(IReadOnlyList<int[]> people) => Bank(Fit(people));

    /// <summary>The items with what items of their kind and family start with; or of their kind alone.</summary>
    public ItemBank Start(StartNorms norms, bool byFamily = true)
    {
        var own = NormFamilies
            .All.SelectMany(family => Enum.GetValues<ItemKind>().Select(kind => (family, kind)))
            .ToDictionary(key => key, key => norms.Of(key.kind, byFamily ? key.family : null).For(Answers));
        return Bank(
            (_, item) =>
                own[(Family(item.QualityId), item.Kind)] is var norm
                    ? item with
                    {
                        Parameters = norm.Parameters,
                        Uncertainty = norm.Uncertainty,
                    }
                    : item
        );
    }

    /// <summary>The items, all with the same parameters, taken as exact.</summary>
    public ItemBank Alike(ItemParameters parameters) => Bank((_, item) => item with { Parameters = AnswerScale.Convert(parameters, Answers) });

    private IEnumerable<(int[] Values, string Country)> Rows(bool odd) => _people.Where((_, at) => at % 2 == (odd ? 0 : 1));

    private ItemBank Bank(List<ItemParameters> parameters) => Bank((at, item) => item with { Parameters = parameters[at] });

    private ItemBank Bank(Func<int, Item, Item> change) =>
        new(
            Scales
                .SelectMany(scale => scale.Items.Select(item => (scale.Name, item.Item, item.IsReversed)))
                .Select(
                    (item, at) =>
                        change(
                            at,
                            new Item
                            {
                                Id = item.Item,
                                QualityId = item.Name,
                                Reversed = item.IsReversed,
                                Text = new QuizText([KeyValuePair.Create("fr", item.Item)]),
                            }
                        )
                ),
            Scales.Select(scale => scale.Name)
        );

    private List<ItemParameters> Fit(IReadOnlyList<int[]> people)
    {
        var parameters = new List<ItemParameters>();
        foreach (var scale in Scales)
        {
            var first = parameters.Count;
            byte[] coded =
            [
                .. people.SelectMany(values =>
                    scale.Items.Select(
                        (item, at) =>
                            (byte)(
                                values[first + at] is var value && value == 0 ? 0
                                : item.IsReversed ? Answers + 1 - value
                                : value
                            )
                    )
                ),
            ];
            parameters.AddRange(GradedResponseCalibration.Fit(coded, scale.Items.Count, Answers).Items.Select(item => item.Parameters));
        }

        return parameters;
    }
}
