using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using CareerPortal.Testing;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Tests.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>What one visitor writes into an address is never shown to another.</summary>
[Slow]
public sealed class PoisonedPageTests(PublicPages site)
{
    private const string Estimator = "/metiers/micro-taches-ia";

    /// <summary>Each shared page with an address of its own.</summary>
    public static TheoryData<string> SharedPages => [.. QueryKeys.SharedPages.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(SharedPages))]
    public async Task ColdPage_AskedWithEveryOddQuery_IsKeptForNoneOfThem(string name)
    {
        var page = QueryKeys.SharedPages.Single(p => p.Name == name);
        var address = AddressOf(page);
        var named = page.GetCustomAttribute<SharedPageAttribute>()!.VaryBy;
        var expected = await GetAsync($"ohne-{name}", address);
        var faults = new List<string>();

        foreach (var query in OddQueries([.. QueryKeys.Of(page)], named))
        {
            var answer = await GetAsync(name, address + query);
            if (answer is not { Status: 200, FromCache: false, Tag: null, CacheControl: "private, no-cache", SetsCookie: false })
            {
                faults.Add($"{address}{query}: {answer with { Text = "" }}");
            }
        }

        var plain = await GetAsync(name, address);

        Faults.None(faults);
        Assert.False(plain.FromCache);
        Assert.Equal(expected.Text, plain.Text);
    }

    [Theory]
    [MemberData(nameof(SharedPages))]
    public async Task KeptPage_AskedWithItsKeysInEveryOrder_IsWhatItsOwnQueryMakes(string name)
    {
        var page = QueryKeys.SharedPages.Single(p => p.Name == name);
        var address = AddressOf(page);
        var named = page.GetCustomAttribute<SharedPageAttribute>()!.VaryBy;
        string[] values = ["2", "scan", "A", "%C3%A9"];
        var queries = Enumerable
            .Range(0, named.Length)
            .SelectMany(turn =>
                values.Select(
                    (_, shift) =>
                        "?"
                        + string.Join(
                            '&',
                            named.Skip(turn).Concat(named.Take(turn)).Select((key, at) => $"{key}={values[(at + shift) % values.Length]}")
                        )
                )
            )
            .Append("");

        foreach (var query in queries)
        {
            var first = await GetAsync($"reihe-{name}", address + query);
            var kept = await GetAsync($"reihe-{name}", address + query);
            var made = await GetAsync($"neu-{name}", $"{address}{query}{(query.Length == 0 ? "?" : "&")}zz=1");

            Assert.True(kept.FromCache);
            Assert.False(made.FromCache);
            Assert.Equal(made.Text, first.Text);
            Assert.Equal(made.Text, kept.Text);
        }
    }

    [Theory]
    [InlineData("/metiers?q=zorglub&q=scan", "/metiers?q=scan&q=zorglub")]
    [InlineData("/metiers?q=zorglub&Q=scan", "/metiers?q=scan&Q=zorglub")]
    public async Task RepeatedValues_InAnotherOrder_AreNotSharedNorSorted(string first, string second)
    {
        var expected = await GetAsync("une", second);
        await GetAsync("deux", first);

        var answer = await GetAsync("deux", second);

        Assert.False(answer.FromCache);
        Assert.Equal(expected.Text, answer.Text);
    }

    [Fact]
    public async Task Process_AskedByAnAttacker_ShowsTheNextReaderTheTruePage()
    {
        using var folder = new TemporaryFolder();
        await using var process = await SiteProcess.StartAsync("--Database:DataFolder", folder.Path);
        using var client = new HttpClient { BaseAddress = process.Address };
        (string Address, string Query)[] attacks =
        [
            (Estimator, "?HEURES=zorglub&TARIF=0,01"),
            (Estimator, "?Heures=zorglub&tarif=0,01"),
            (Estimator, "?%48eures=zorglub"),
            (Estimator, "?heures=1&HEURES=zorglub"),
            ("/metiers", "?Q=zorglub"),
            ("/metiers", "?q=scan&Q=zorglub"),
            ("/metiers", "?%71=zorglub"),
            ("/nl" + Estimator, "?hEURES=zorglub"),
            ("/NL" + Estimator, "?HEURES=zorglub"),
        ];

        foreach (var ((address, query), number) in attacks.Select((a, n) => (a, n)))
        {
            var attack = await GetAsync(client, $"angriff{number}", address + query);
            var cold = await GetAsync(client, $"angriff{number}", address);
            var warm = await GetAsync(client, $"angriff{number}", address);

            Assert.Equal(HttpStatusCode.OK, attack.Status);
            Assert.False(cold.FromCache);
            Assert.True(warm.FromCache);
            Assert.DoesNotContain("zorglub", cold.Text + warm.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Each key in every case, twice, encoded, as a list, without a value, beside keys nobody knows.</summary>
    private static IEnumerable<string> OddQueries(string[] own, string[] named)
    {
        var foreign = QueryKeys.All.Except(own, StringComparer.Ordinal).ToList();
        var alone = own.SelectMany(k => QueryKeys.OtherCases(k).Append(k))
            .Concat(foreign.SelectMany(k => (string[])[k, k.ToUpperInvariant(), char.ToUpperInvariant(k[0]) + k[1..]]))
            .Where(k => !named.Contains(k, StringComparer.Ordinal))
            .Select(k => $"?{k}=7");
        var odd = own.SelectMany(k =>
        {
            var upper = k.ToUpperInvariant();
            return (string[])
                [
                    $"?{k}=7&{k}=8",
                    $"?{k}=7&{upper}=8",
                    $"?{upper}=8&{k}=7",
                    $"?{upper}=8&{upper}=7",
                    $"?%{(int)k[0]:X2}{k[1..]}=7",
                    $"?%{(int)upper[0]:X2}{k[1..]}=7",
                    $"?{k}[]=7",
                    $"?%20{k}=7",
                    $"?{k}%20=7",
                    $"?{k}%00=7",
                    $"?{k}",
                    $"?{k}=7&",
                    $"?&{k}=7",
                    $"?{k}=%zz",
                    $"?{k}=7&utm_source=zorglub",
                    $"?utm_source=zorglub&{k}=7",
                    $"?{k}=7&=8",
                ];
        });
        string[] nobodys = ["?utm_source=zorglub", "?=7", "?&", "?zorglub", "?%00=7", "?a=1&b=2", "?zorglub=%3Cscript%3E"];
        return alone.Concat(odd).Concat(nobodys);
    }

    /// <summary>An address of a page that links lead to; of guides, the one with a form for figures.</summary>
    private string AddressOf(Type page)
    {
        var pattern = "^" + Regex.Replace(page.GetCustomAttribute<RouteAttribute>()!.Template, @"\{[^}]+\}", "[^/?]+") + "$";
        return site.All.Select(p => p.Address.Split('?')[0]).Where(a => Regex.IsMatch(a, pattern)).OrderByDescending(a => a == Estimator).First();
    }

    /// <summary>
    /// Asks as a host of its own, which has its own pages: each begins cold. The address goes as it is written, which a client's address would
    /// not.
    /// </summary>
    private async Task<Answer> GetAsync(string host, string address)
    {
        var (path, query) = address.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? (address[..at], address[at..]) : (address, "");
        var context = await site.Portal.Server.SendAsync(
            c =>
            {
                c.Request.Method = HttpMethods.Get;
                c.Request.Scheme = "http";
                c.Request.Host = new HostString($"{host.ToLowerInvariant()}.example");
                c.Request.Path = path;
                c.Request.QueryString = new QueryString(query);
            },
            TestContext.Current.CancellationToken
        );
        using var body = new StreamReader(context.Response.Body);
        var (status, headers) = (context.Response.StatusCode, context.Response.Headers);
        return new Answer(
            status,
            headers.Age.Count > 0,
            headers.ETag,
            headers.CacheControl,
            headers.SetCookie.Count > 0,
            Plain(await body.ReadToEndAsync(TestContext.Current.CancellationToken))
        );
    }

    private static async Task<(HttpStatusCode Status, bool FromCache, string Text)> GetAsync(HttpClient client, string host, string address)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(
                client.BaseAddress!.ToString().TrimEnd('/') + address,
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
            )
        );
        request.Headers.Host = $"{host}.example";
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Headers.Age is not null, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A page's text without its host, and without its comments: one of them is sealed anew for every answer.</summary>
    private static string Plain(string text) => Regex.Replace(text, @"<!--.*?-->|http://[a-z0-9-]+\.example", "");

    private sealed record Answer(int Status, bool FromCache, string? Tag, string? CacheControl, bool SetsCookie, string Text);

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("careerportal-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
