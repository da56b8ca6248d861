using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CareerPortal.Benchmarks.Attack;
using CareerPortal.Cli.Quiz.Evaluation;
using CareerPortal.Compatibility;
using CareerPortal.Data;
using CareerPortal.Migrations.Sqlite;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using static CareerPortal.Occupations.OccupationSets;

namespace CareerPortal.Benchmarks.Takers;

/// <summary>
/// Does the percent tell the truth to people who take the quiz before anything is calibrated? Invented people answer the site's questions with true
/// parameters drawn from calibrated items of real questionnaires; their quizzes are stored as the site stores them, some of them over HTTP.
/// </summary>
/// <remarks>
/// <c>takers FOLDER [takers] [of them over HTTP] [seed]</c>: 2000, 20 and 2026 unless told. FOLDER holds spi_sapa and openpsych_big5. The true
/// parameters are those of the even rows of people, the start norms that ship were learned on the odd ones. For each bank each quality gets one
/// real scale of its family, which the start norms go by, and each of its items one of that scale with the same keying.
/// </remarks>
internal static partial class TakersRun
{
    private const int Port = 5138;
    private const int TakersOfABank = 10;
    private const int MostQuestions = 40;

    /// <summary>Fewest and most truths in a hundred that intervals of 90 % should hold.</summary>
    private const double LeastCoverage = 88;
    private const double MostCoverage = 92;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var folder = arguments.FirstOrDefault() ?? throw new ArgumentException("Name the folder of the open data.");
        var (count, overHttp, seed) = (
            HostileRun.Number(arguments, 1, 2_000),
            HostileRun.Number(arguments, 2, 20),
            HostileRun.Number(arguments, 3, 2026)
        );
        var data = new OpenData(folder);
        var scales = new[] { RealPeople.Spi(data), RealPeople.BigFive(data) }
            .SelectMany(set =>
                set.Calibrate(set.Half(odd: false))
                    .Items.GroupBy(item => item.QualityId)
                    .Select(scale => new Scale(
                        set.Family(scale.Key),
                        scale.ToLookup(item => item.Reversed, item => AnswerScale.Convert(item.Parameters, 5))
                    ))
            )
            .ToList();
        var random = new SeededRandom((ulong)seed);

        using var store = new TestStore();
        await store.ImportFirstContentAsync();
        var stored = new SimulatedTakers(new QuizParts(store, store.Time), random);
        var occupations = await OccupationsAsync(store);
        ItemBank bank = null!;
        for (var t = 0; t < count - overHttp; t++)
        {
            bank = t % TakersOfABank == 0 ? Draw(stored, scales, random) : bank;
            await stored.TakeAsync(stored.Person(bank), occupations[t % occupations.Count], CancellationToken.None);
            if ((t + 1) % 200 == 0)
            {
                Console.WriteLine(Line($"{t + 1} stored", stored));
            }
        }

        var (asked, met) = await OverHttpAsync(overHttp, scales, random);
        Console.WriteLine(Line("stored through the desk", stored));
        Console.WriteLine(Line($"over HTTP ({met} pages show what the store says)", asked));
        var coverage = (stored.Coverage * stored.Count + (asked.Count > 0 ? asked.Coverage * asked.Count : 0)) / (stored.Count + asked.Count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"together: coverage {coverage:0.0} %, wanted {LeastCoverage}–{MostCoverage}"));
        return coverage is >= LeastCoverage and <= MostCoverage && met == asked.Count ? 0 : 1;
    }

    private static string Line(string what, SimulatedTakers takers) =>
        takers.Count == 0
            ? $"{what}: nobody"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {takers.Count} takers, coverage {takers.Coverage:0.0} %, bias {takers.Bias:+0.0;-0.0} points, width {takers.Width:0.0} points"
            );

    /// <summary>Each quality as one real scale: its items are drawn from that scale's items of the same keying, or of any where it has none.</summary>
    private static ItemBank Draw(SimulatedTakers takers, List<Scale> scales, SeededRandom random)
    {
        var ofQuality = new Dictionary<string, ILookup<bool, ItemParameters>>(StringComparer.Ordinal);
        return takers.Bank(item =>
        {
            if (!ofQuality.TryGetValue(item.QualityId, out var scale))
            {
                var family = NormFamilies.Of(item.QualityId);
                var near = scales.Where(s => family is null || s.Family == family).ToList();
                ofQuality[item.QualityId] = scale = near[random.NextBelow(near.Count)].Items;
            }

            var like = scale[item.Reversed].ToList();
            var drawn = like.Count > 0 ? like : [.. scale.SelectMany(group => group)];
            return drawn[random.NextBelow(drawn.Count)];
        });
    }

    private static async Task<List<string>> OccupationsAsync(TestStore store)
    {
        await using var context = store.CreateDbContext();
        return await context.Occupations.Where(o => o.Requirements.Any()).OrderBy(o => o.Code).Select(o => o.Code).ToListAsync();
    }

    /// <summary>The same through the site as a process: the takers, and of how many the page shows the interval that the store gives.</summary>
    private static async Task<(SimulatedTakers Takers, int Met)> OverHttpAsync(int count, List<Scale> scales, SeededRandom random)
    {
        await using var site = await SiteProcess.StartAsync(Port);
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        SqliteStore.Configure(options, Path.Combine(site.DataFolder, "portal.db"));
        var parts = new QuizParts(new PooledDbContextFactory<PortalDbContext>(options.Options), TimeProvider.System);
        var takers = new SimulatedTakers(parts, random);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true }) { BaseAddress = site.Address };
        var slugs = Slug()
            .Matches(await client.GetStringAsync(new Uri("/quiz", UriKind.Relative)))
            .Select(m => m.Groups[1].Value)
            .Distinct()
            .Where(slug => slug is not ("orientation" or "reprendre" or "methode"))
            .ToList();
        var met = 0;
        for (var t = 0; t < count; t++)
        {
            var person = takers.Person(Draw(takers, scales, random));
            var code = await TakeAsync(client, slugs[t % slugs.Count], person);
            await SlowDownAsync(options.Options, code);
            var page = await client.GetStringAsync(new Uri($"/quiz/session/{code}/resultat", UriKind.Relative));
            var score = await takers.JudgeAsync(person, code, CancellationToken.None);
            met +=
                score.Verdict == Verdict.Indeterminate
                || new[] { score.IntervalLow, score.IntervalHigh }.All(end => page.Contains($"{Math.Round(end)}", StringComparison.Ordinal))
                    ? 1
                    : 0;
        }

        return (takers, met);
    }

    /// <summary>A program answers at once, which the site rightly calls hasty: its answers are put as far apart as a reader's.</summary>
    private static async Task SlowDownAsync(DbContextOptions<PortalDbContext> options, ResumeCode code)
    {
        var hash = code.Hash();
        await using var context = new PortalDbContext(options);
        var quiz = await context.Set<QuizSession>().Include(s => s.Answers).SingleAsync(s => s.CodeHash == hash);
        foreach (var answer in quiz.Answers)
        {
            var answered = quiz.CreatedUtc + answer.Position * QuizParts.Pace;
            await context
                .Set<QuizAnswer>()
                .Where(a => a.SessionId == quiz.Id && a.Position == answer.Position)
                .ExecuteUpdateAsync(s => s.SetProperty(a => a.AnsweredUtc, answered));
        }
    }

    private static async Task<ResumeCode> TakeAsync(HttpClient client, string slug, SimulatedPerson person)
    {
        var page = await client.GetStringAsync(new Uri($"/quiz/{slug}", UriKind.Relative));
        var answer = await client.PostAsync(new Uri($"/quiz/{slug}", UriKind.Relative), Form(page, ("_handler", "start")));
        for (var question = 0; question < MostQuestions; question++)
        {
            answer.EnsureSuccessStatusCode();
            page = await answer.Content.ReadAsStringAsync();
            var address = answer.RequestMessage!.RequestUri!;
            if (address.AbsolutePath.EndsWith("/resultat", StringComparison.Ordinal))
            {
                return ResumeCode.Parse(address.Segments[^2].Trim('/'))!;
            }

            var item = Item().Match(page).Groups[1].Value;
            answer = await client.PostAsync(
                address,
                Form(
                    page,
                    ("_handler", "answer"),
                    ("Posted.Item", item),
                    ("Posted.Value", person.Answer(item).Value!.Value.ToString(CultureInfo.InvariantCulture)),
                    ("Posted.Act", "next")
                )
            );
        }

        throw new InvalidOperationException($"The quiz on {slug} does not end.");
    }

    private static FormUrlEncodedContent Form(string page, params (string Name, string Value)[] fields) =>
        new(
            fields
                .Append(("__RequestVerificationToken", WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value)))
                .Select(field => KeyValuePair.Create(field.Item1, field.Item2))
        );

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"Posted.Item\" value=\"([^\"]+)\"")]
    private static partial Regex Item();

    [GeneratedRegex("href=\"/quiz/([a-z0-9-]+)\"")]
    private static partial Regex Slug();

    private sealed record Scale(string Family, ILookup<bool, ItemParameters> Items);
}
