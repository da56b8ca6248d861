using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;
using FsCheck.Xunit;

namespace CareerPortal.Quiz.Tests.Matching;

public sealed class WithinMapTests
{
    private const int N = 4;

    [Fact]
    public void Learn_FewPairs_LearnsWAlone()
    {
        var map = WithinMap.Learn([0, 0, 1, 1], [2, 1, 1, 3], 2, shrink: 0.5);

        Assert.True(map.IsIdentity);
        Assert.Equal(2, map.Within[0, 0], 12);
    }

    [Fact]
    public void Learn_SecondMeasureInOtherUnits_FindsHowItFollowsFromTheFirst()
    {
        var random = new SeededRandom(3);
        double[] slope = [2, 0.5, 0, 0, 0, 3, 0, 0, 0, 0, 10, -4, 0, 0, 0, 1];
        double[] shift = [5, 0, -7, 1];
        var first = Normals(random, 400 * N);
        var second = Second(first, slope, shift, random, noise: 0.1);

        var map = WithinMap.Learn(first, second, N, ridge: 0.0001);

        Assert.All(Enumerable.Range(0, N * N), at => Assert.Equal(slope[at], map.Slope[at], 0.05));
        Assert.All(Enumerable.Range(0, N), at => Assert.Equal(shift[at], map.Shift[at], 0.05));
        Assert.All(Enumerable.Range(0, N), at => Assert.InRange(map.Within[at, at], 0.008, 0.012));
    }

    [Fact]
    public void Learn_StrongRidge_TakesStandardScoresAsTheSame()
    {
        var random = new SeededRandom(4);
        var first = Normals(random, 200 * N);
        var second = first.Select((value, at) => 10 * (1 + at % N) * value + random.NextNormal()).ToArray();

        var map = WithinMap.Learn(first, second, N, ridge: 1e9);

        Assert.All(Enumerable.Range(0, N), i => Assert.Equal(10 * (1 + i), map.Slope[i * N + i], 0.2));
        Assert.All(Enumerable.Range(0, N * N).Where(at => at / N != at % N), at => Assert.Equal(0, map.Slope[at], 0.001));
    }

    [Property(MaxTest = 20)]
    public bool Score_WithAMap_EqualsThePlainFormulaAroundTheExpectedProfile(ulong seed)
    {
        var (gallery, map, person) = Case(seed);
        var scores = new double[37];
        var expected = new double[N];

        new OccupationRanker(gallery, map).Score(person, [], scores);

        return Enumerable
            .Range(0, 37)
            .All(j =>
            {
                map.Expect(gallery.Point(j), expected);
                return Math.Abs(scores[j] - LogDensity(person, expected, map.Within)) < 1e-9;
            });
    }

    [Property(MaxTest = 20)]
    public bool Score_UnknownDimension_EqualsTheMeanOverAllThatItMayBe(ulong seed)
    {
        // y₀ is unknown and drawn N(m, v) as among the others: the density of x is that of N(By* + c, W + v·b₀b₀ᵀ).
        var random = new SeededRandom(seed);
        var values = Normals(random, 40 * N);
        values[0] = double.NaN;
        var gallery = OccupationGallery.Create(Ids(40), ["a", "b", "c", "d"], values, standardise: false);
        var map = MapOf(random);
        var person = Normals(random, N);
        var known = Enumerable.Range(1, 39).Select(j => values[j * N]).ToList();
        var mean = known.Average();
        var variance = known.Average(value => (value - mean) * (value - mean));
        var expected = new double[N];
        map.Expect([mean, values[1], values[2], values[3]], expected);
        var scores = new double[40];

        new OccupationRanker(gallery, map).Score(person, [], scores);

        var wide = SymmetricMatrix.Create(N, (i, j) => map.Within[i, j] + variance * map.Slope[i * N] * map.Slope[j * N]);
        return Math.Abs(scores[0] - LogDensity(person, expected, wide)) < 1e-9;
    }

    [Property(MaxTest = 20)]
    public bool Standardised_OntoTheScaleOfTheGallery_ScoresAlikeUpToAConstant(ulong seed)
    {
        var random = new SeededRandom(seed);
        var values = Normals(random, 30 * N).Select((value, at) => 50 * (1 + at % N) + 3 * (1 + at % N) * value).ToArray();
        var map = MapOf(random);
        var person = values[..N].ToArray();
        var own = OccupationGallery.Create(Ids(30), ["a", "b", "c", "d"], values, standardise: false);
        var standard = OccupationGallery.Create(Ids(30), ["a", "b", "c", "d"], values);
        var (one, two) = (new double[30], new double[30]);
        var there = person.ToArray();
        standard.Standardise(there);

        new OccupationRanker(own, map).Score(person, [], one);
        new OccupationRanker(standard, map.Standardised(standard.Means, standard.Deviations)).Score(there, [], two);

        return Enumerable.Range(0, 30).All(j => Math.Abs(one[j] - one[0] - (two[j] - two[0])) < 1e-6 * (1 + Math.Abs(one[j])));
    }

    [Fact]
    public void Score_HubsCorrected_LosesAShareOfTheMeanOfTheBestScores()
    {
        var (gallery, map, person) = Case(9);
        var plain = new OccupationRanker(gallery, map);
        var (before, after) = (new double[37], new double[37]);
        var best = new double[37][];
        var (expected, scores) = (new double[N], new double[37]);
        for (var j = 0; j < 37; j++)
        {
            best[j] = new double[37];
        }

        for (var other = 0; other < 37; other++)
        {
            map.Expect(gallery.Point(other), expected);
            plain.Score(expected, [], scores);
            for (var j = 0; j < 37; j++)
            {
                best[j][other] = j == other ? double.NegativeInfinity : scores[j];
            }
        }

        plain.Score(person, [], before);
        new OccupationRanker(gallery, map.With(new HubCorrection(0.4, 5))).Score(person, [], after);

        Assert.All(Enumerable.Range(0, 37), j => Assert.Equal(before[j] - 0.4 * best[j].OrderDescending().Take(5).Average(), after[j], 9));
    }

    [Fact]
    public void Score_WithMapAndHubs_AllocatesNothing()
    {
        var (gallery, map, person) = Case(2);
        var ranker = new OccupationRanker(gallery, map.With(new HubCorrection(0.2, 5)));
        var scores = new double[37];
        ranker.Score(person, [], scores);

        var before = GC.GetAllocatedBytesForCurrentThread();
        ranker.Score(person, [], scores);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Search_PeopleOfOtherFamilies_AreFoundMoreOftenThanByWAlone()
    {
        var random = new SeededRandom(11);
        const int occupations = 240;
        double[] slope = [0.6, 0.5, 0, 0, -0.5, 0.6, 0, 0, 0, 0, 0.4, 0.6, 0, 0, -0.6, 0.4];
        var first = Normals(random, occupations * N);
        var second = Second(first, slope, [1, 0, 0, -1], random, noise: 0.25);
        var families = Enumerable.Range(0, occupations).Select(j => $"{j % 12:00}").ToList();
        var learned = Enumerable.Range(0, occupations).Where(j => j % 12 < 8).ToList();
        double[] Part(double[] values) => [.. learned.SelectMany(j => values[(j * N)..((j + 1) * N)])];

        var map = WithinMapSearch.Learn(Part(first), Part(second), [.. learned.Select(j => families[j])], N);
        var alone = WithinMap.Identity(WithinCovariance.Learn(Part(first), Part(second), N));

        var tested = Enumerable.Range(0, occupations).Except(learned).ToList();
        var (with, without) = (MeanReciprocalRank(first, second, tested, map), MeanReciprocalRank(first, second, tested, alone));
        Assert.True(with > 1.5 * without, $"{with:0.000} with the map, {without:0.000} without");
    }

    [Fact]
    public void Search_FewFamilies_LearnsByTheUsualSettings()
    {
        var random = new SeededRandom(12);
        var first = Normals(random, 60 * N);
        var second = Second(first, SymmetricMatrix.Identity(N).Cells.ToArray(), new double[N], random, noise: 0.3);

        var map = WithinMapSearch.Learn(first, second, [.. Enumerable.Repeat("one", 60)], N);

        Assert.Equal(HubCorrection.None, map.Hubs);
        Assert.False(map.IsIdentity);
        Assert.Equal(WithinMap.Learn(first, second, N).Slope, map.Slope);
    }

    [Fact]
    public void RankOf_EqualScores_ShareTheirPlaces()
    {
        double[] scores = [3, 1, 3, 3, 2];

        Assert.Equal(2, OccupationRanker.RankOf(scores, 0));
        Assert.Equal(4, OccupationRanker.RankOf(scores, 4));
        Assert.Equal(5, OccupationRanker.RankOf(scores, 1));
    }

    private static double MeanReciprocalRank(double[] first, double[] second, List<int> people, WithinMap map)
    {
        var gallery = OccupationGallery.Create(Ids(first.Length / N), ["a", "b", "c", "d"], first, standardise: false);
        var ranker = new OccupationRanker(gallery, map);
        var scores = new double[first.Length / N];
        return people.Average(p =>
        {
            ranker.Score(second.AsSpan(p * N, N), [], scores);
            return 1 / OccupationRanker.RankOf(scores, p);
        });
    }

    private static double LogDensity(double[] x, double[] mean, SymmetricMatrix covariance)
    {
        var factor = covariance.Cells.ToArray();
        Assert.True(Cholesky.TryFactor(factor, N));
        var gap = x.Zip(mean, (a, b) => a - b).ToArray();
        Cholesky.SolveLower(factor, N, gap);
        return -0.5 * gap.Sum(part => part * part) - 0.5 * Cholesky.LogDeterminant(factor, N);
    }

    private static double[] Second(double[] first, double[] slope, double[] shift, SeededRandom random, double noise) =>
        [
            .. Enumerable
                .Range(0, first.Length)
                .Select(at =>
                    shift[at % N] + Enumerable.Range(0, N).Sum(j => slope[at % N * N + j] * first[at / N * N + j]) + noise * random.NextNormal()
                ),
        ];

    private static (OccupationGallery Gallery, WithinMap Map, double[] Person) Case(ulong seed)
    {
        var random = new SeededRandom(seed);
        return (EngineSimulation.SyntheticGallery(seed, 37, N), MapOf(random), Normals(random, N));
    }

    private static WithinMap MapOf(SeededRandom random)
    {
        var slope = Normals(random, N * N).Select((value, at) => (at / N == at % N ? 1 : 0) + 0.2 * value).ToArray();
        return new WithinMap(slope, Normals(random, N), SymmetricMatrix.Create(N, (i, j) => i == j ? 0.5 : 0.1));
    }

    private static double[] Normals(SeededRandom random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];

    private static string[] Ids(int count) => [.. Enumerable.Range(0, count).Select(j => $"o{j}")];
}
