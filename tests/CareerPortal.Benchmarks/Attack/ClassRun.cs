using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace CareerPortal.Benchmarks.Attack;

/// <summary>
/// A whole school takes a quiz behind one address, while others ask for pages that are never kept. Every answer that the site
/// acknowledged must lie in the store, nobody may be refused, and answers must stay quick.
/// </summary>
/// <remarks><c>class [takers] [seconds over which they start] [seconds between answers] [connections asking for uncached pages]</c>: 1000, 300, 8 and
/// 0 unless told.</remarks>
internal static partial class ClassRun
{
    private const int Port = 5136;
    private const int MostQuestions = 40;
    private const double MostMilliseconds = 500;
    private const string Guide = "annotateur-de-donnees-ia";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var (takers, spread, pause, attackers) = (
            HostileRun.Number(arguments, 0, 1_000),
            HostileRun.Number(arguments, 1, 300),
            HostileRun.Number(arguments, 2, 8),
            HostileRun.Number(arguments, 3, 0)
        );
        await using var site = await SiteProcess.StartAsync(Port);
        using var school = new School(site.Address, pause);
        using var end = new CancellationTokenSource();
        var attack = Enumerable.Range(0, attackers).Select(i => AttackAsync(site.Address, i, school, end.Token)).ToList();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, takers)
                .Select(async taker =>
                {
                    await Task.Delay(TimeSpan.FromSeconds(spread * (double)taker / takers));
                    await school.TakeQuizAsync(taker);
                })
        );
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await end.CancelAsync();
        await Task.WhenAll(attack);

        var (sessions, stored) = Stored(site.DataFolder);
        var memory = await site.MemoryAsync();
        var answers = school.Times("answer");
        Console.WriteLine(
            $"{takers} takers over {spread} s, {pause} s between answers, {attackers} connections asking for uncached pages: {seconds:0} s"
        );
        Console.WriteLine(
            $"quizzes {sessions} of {takers}; answers stored {stored} of {school.Acknowledged} acknowledged; "
                + $"finished {school.Finished}; refused {school.Refused}; failed {school.Failed}"
        );
        foreach (var kind in new[] { "start page", "start", "answer", "question", "uncached" })
        {
            Console.WriteLine(Line(kind, school.Times(kind)));
        }

        Console.WriteLine($"uncached pages made {school.Made}, turned away {school.TurnedAway}; memory {memory?.Now} MB, at most {memory?.Most} MB");
        return
            sessions == takers
            && stored == school.Acknowledged
            && school.Finished == takers
            && school.Refused == 0
            && school.Failed == 0
            && At(answers, 0.99) < MostMilliseconds
            ? 0
            : 1;
    }

    private static async Task AttackAsync(Uri server, int number, School school, CancellationToken end)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 })
        {
            BaseAddress = server,
            DefaultRequestHeaders = { { "Accept-Encoding", "br" } },
        };
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            var path = (i % 3) switch
            {
                0 => $"/metiers/micro-taches-ia?heures={(i % 40) + 1}",
                1 => $"/metiers?q=recherche{number}x{i}",
                _ => $"/metiers/{Guide}?heures={i % 60}&tarif={number}",
            };
            try
            {
                var asked = Stopwatch.GetTimestamp();
                using var response = await client.GetAsync(new Uri(path, UriKind.Relative), end);
                school.Count(response.StatusCode, Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
            catch (Exception e) when (e is OperationCanceledException or HttpRequestException)
            {
                // The run is over, or the connection was.
            }
        }
    }

    private static (long Sessions, long Answers) Stored(string folder)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(folder, "portal.db"),
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ConnectionString
        );
        connection.Open();
        return (Count("SELECT COUNT(*) FROM QuizSessions"), Count("SELECT COUNT(*) FROM QuizAnswers"));

        long Count(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return (long)command.ExecuteScalar()!;
        }
    }

    private static string Line(string kind, List<double> times) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{kind}: {times.Count}, p50 {At(times, 0.5):0} ms, p95 {At(times, 0.95):0} ms, "
                + $"p99 {At(times, 0.99):0} ms, longest {(times.Count == 0 ? 0 : times[^1]):0} ms"
        );

    private static double At(List<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"Posted.Item\" value=\"([^\"]+)\"")]
    private static partial Regex Item();

    /// <summary>Everybody behind the one address, and what they met.</summary>
    private sealed class School(Uri server, int pause) : IDisposable
    {
        private readonly HttpClient _client = new(
            new SocketsHttpHandler
            {
                UseCookies = false,
                AllowAutoRedirect = false,
                MaxConnectionsPerServer = int.MaxValue,
            }
        )
        {
            BaseAddress = server,
            Timeout = TimeSpan.FromMinutes(2),
            DefaultRequestHeaders = { { "Accept-Encoding", "br" } },
        };
        private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _times = new();
        private int _acknowledged;
        private int _finished;
        private int _refused;
        private int _failed;
        private int _made;
        private int _turnedAway;

        public int Acknowledged => _acknowledged;

        public int Finished => _finished;

        public int Refused => _refused;

        public int Failed => _failed;

        public int Made => _made;

        public int TurnedAway => _turnedAway;

        public void Dispose() => _client.Dispose();

        public List<double> Times(string kind)
        {
            List<double> times = [.. _times.GetValueOrDefault(kind) ?? []];
            times.Sort();
            return times;
        }

        public void Count(HttpStatusCode status, double milliseconds)
        {
            Interlocked.Increment(ref status == HttpStatusCode.OK ? ref _made : ref _turnedAway);
            _times.GetOrAdd("uncached", _ => []).Add(milliseconds);
        }

        /// <summary>
        /// One taker from the start page to the result; each answer is one post, acknowledged by the redirect to the next question.
        /// </summary>
        public async Task TakeQuizAsync(int taker)
        {
            var start = $"/quiz/{Guide}";
            var (page, cookie, _) = await AskAsync("start page", HttpMethod.Get, start, null, null);
            var (_, _, location) = await AskAsync(
                "start",
                HttpMethod.Post,
                start,
                cookie,
                new() { ["_handler"] = "start", ["__RequestVerificationToken"] = TokenOf(page) }
            );
            for (var question = 0; question < MostQuestions && location is not null; question++)
            {
                (page, var renewed, _) = await AskAsync("question", HttpMethod.Get, location, cookie, null);
                cookie = renewed ?? cookie;
                if (location.EndsWith("/resultat", StringComparison.Ordinal))
                {
                    Interlocked.Increment(ref _finished);
                    return;
                }

                await Task.Delay(TimeSpan.FromSeconds(pause));
                (_, _, location) = await AskAsync(
                    "answer",
                    HttpMethod.Post,
                    location,
                    cookie,
                    new()
                    {
                        ["_handler"] = "answer",
                        ["__RequestVerificationToken"] = TokenOf(page),
                        ["Posted.Item"] = Item().Match(page) is { Success: true } item ? item.Groups[1].Value : "",
                        ["Posted.Value"] = (((taker + question) % 5) + 1).ToString(CultureInfo.InvariantCulture),
                        ["Posted.Act"] = "next",
                    }
                );
                if (
                    location is not null
                    && !location.Contains("manque", StringComparison.Ordinal)
                    && !location.Contains("expire", StringComparison.Ordinal)
                )
                {
                    Interlocked.Increment(ref _acknowledged);
                }
            }
        }

        private static string TokenOf(string page) =>
            Token().Match(page) is { Success: true } token ? WebUtility.HtmlDecode(token.Groups[1].Value) : "";

        private async Task<(string Page, string? Cookie, string? Location)> AskAsync(
            string kind,
            HttpMethod method,
            string path,
            string? cookie,
            Dictionary<string, string>? form
        )
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.RelativeOrAbsolute))
            {
                Content = form is null ? null : new FormUrlEncodedContent(form),
            };
            if (cookie is not null)
            {
                request.Headers.Add("Cookie", cookie);
            }

            try
            {
                var asked = Stopwatch.GetTimestamp();
                using var response = await _client.SendAsync(request);
                var body = await response.Content.ReadAsByteArrayAsync();
                _times.GetOrAdd(kind, _ => []).Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
                {
                    Interlocked.Increment(ref _refused);
                }
                else if (method == HttpMethod.Get ? response.StatusCode != HttpStatusCode.OK : response.StatusCode != HttpStatusCode.Redirect)
                {
                    Interlocked.Increment(ref _failed);
                }

                return (
                    Unpacked(body, response),
                    response.Headers.TryGetValues("Set-Cookie", out var set) ? set.First().Split(';')[0] : null,
                    response.Headers.Location?.OriginalString
                );
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                Interlocked.Increment(ref _failed);
                return ("", null, null);
            }
        }

        private static string Unpacked(byte[] body, HttpResponseMessage response)
        {
            if (!response.Content.Headers.ContentEncoding.Contains("br"))
            {
                return System.Text.Encoding.UTF8.GetString(body);
            }

            using var unpacking = new System.IO.Compression.BrotliStream(new MemoryStream(body), System.IO.Compression.CompressionMode.Decompress);
            using var reader = new StreamReader(unpacking);
            return reader.ReadToEnd();
        }
    }
}
