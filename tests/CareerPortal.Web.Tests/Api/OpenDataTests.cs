using System.Globalization;
using System.Net;
using System.Text.Json;
using CareerPortal.Catalogue;
using CareerPortal.Web.Api;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.OpenApi;
using Microsoft.VisualBasic.FileIO;

namespace CareerPortal.Web.Tests.Api;

/// <summary>What programs read: shapes, bounds, tags, files, and that nothing they send takes the site down.</summary>
public sealed class OpenDataTests(OpenSite site) : IClassFixture<OpenSite>
{
    private static readonly string[] Addresses =
    [
        "/api/v1/occupations",
        "/api/v1/occupations/A1101",
        "/api/v1/guides",
        "/api/v1/guides/micro-taches-ia",
        "/api/v1/catalogue/changes",
        "/api/v1/catalogue.json",
        "/api/v1/catalogue.csv",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> All() => [.. Addresses];

    [Fact]
    public async Task Occupations_ReadPageByPage_AreAllOfThemOnceInTheOrderOfTheirCodes()
    {
        var codes = new List<string>();
        var total = 1;
        for (var page = 1; codes.Count < total; page++)
        {
            var answer = await site.ReadAsync($"/api/v1/occupations?pageSize=100&page={page}");
            total = answer.GetProperty("total").GetInt32();
            var items = answer.GetProperty("items").EnumerateArray().Select(o => o.GetProperty("code").GetString()!).ToList();
            Assert.InRange(items.Count, 1, 100);
            codes.AddRange(items);
        }

        Assert.Equal((await ViewAsync()).Occupations.Select(o => o.Code), codes);
        Assert.Equal(0, (await site.ReadAsync($"/api/v1/occupations?page={int.MaxValue}&pageSize=100")).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("field=a")]
    [InlineData("riasec=rc")]
    [InlineData("interest=4")]
    [InlineData("letter=e")]
    [InlineData("field=A&riasec=R&letter=C")]
    public async Task Occupations_Filtered_AreThoseThatTheCatalogueHas(string filter)
    {
        var asked = filter.Split('&').Select(f => f.Split('=')).ToDictionary(f => f[0], f => f[1].ToUpperInvariant());
        var expected = (await ViewAsync()).Occupations.Count(o =>
            (!asked.TryGetValue("field", out var field) || o.Facts.Domain.StartsWith(field, StringComparison.Ordinal))
            && (!asked.TryGetValue("riasec", out var riasec) || o.Facts.Riasec.StartsWith(riasec, StringComparison.Ordinal))
            && (!asked.TryGetValue("interest", out var interest) || o.Facts.Interests.Contains(interest))
            && (
                !asked.TryGetValue("letter", out var letter)
                || CultureInfo.InvariantCulture.CompareInfo.IsPrefix(
                    o.Facts.Masculine,
                    letter,
                    CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace
                )
            )
        );

        var answer = await site.ReadAsync($"/api/v1/occupations?{filter}");

        Assert.InRange(expected, 1, 1000);
        Assert.Equal(expected, answer.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("page=0", "Api.BadPage")]
    [InlineData("page=-1", "Api.BadPage")]
    [InlineData("page=1.5", "Api.BadPage")]
    [InlineData("page=99999999999", "Api.BadPage")]
    [InlineData("page=", "Api.BadPage")]
    [InlineData("page=1&page=2", "Api.BadPage")]
    [InlineData("pageSize=0", "Api.BadPageSize")]
    [InlineData("pageSize=101", "Api.BadPageSize")]
    [InlineData("pageSize=abc", "Api.BadPageSize")]
    [InlineData("field=Z", "Api.BadFilter")]
    [InlineData("riasec=X", "Api.BadFilter")]
    [InlineData("riasec=RIA", "Api.BadFilter")]
    [InlineData("interest=no", "Api.BadFilter")]
    [InlineData("letter=ab", "Api.BadFilter")]
    [InlineData("lang=xx", "Api.BadLanguage")]
    [InlineData("lang=fr&lang=nl", "Api.BadLanguage")]
    public async Task Occupations_AskedWithABadValue_AreRefusedInTheLanguageAsked(string query, string key)
    {
        foreach (var language in new[] { "fr", "nl", "de", "en" })
        {
            // By what is accepted, or by the address where the language itself is the bad value.
            var path = key == "Api.BadLanguage" ? $"{(language == "fr" ? "" : "/" + language)}/api/v1/occupations" : "/api/v1/occupations";
            using var answer = await site.AskAsync($"{path}?{query}", ("Accept-Language", $"{language}-BE, it;q=0.3"));

            var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancellation));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal(language, Assert.Single(answer.Content.Headers.ContentLanguage));
            Assert.Equal(400, problem.GetProperty("status").GetInt32());
            object argument = key switch
            {
                "Api.BadPageSize" => 100,
                "Api.BadFilter" => query.Split('=')[0],
                _ => "fr, nl, de, en",
            };
            Assert.Equal(site.Portal.Text(key, language, argument), Wording.Plain(problem.GetProperty("detail").GetString()!));
        }
    }

    [Theory]
    [InlineData("?lang=nl", "fr", "nl")]
    [InlineData("", "de-BE, nl;q=0.5", "de")]
    [InlineData("", "it, en;q=0.2", "en")]
    [InlineData("", "it", "fr")]
    [InlineData("", "nl;q=0", "fr")]
    [InlineData("", ";;;,,=q", "fr")]
    public async Task Language_OfAnAnswer_IsTheOneAskedFor(string query, string accepted, string expected)
    {
        using var answer = await site.AskAsync($"/api/v1/occupations/A1101{query}", ("Accept-Language", accepted));

        Assert.Equal(expected, Assert.Single(answer.Content.Headers.ContentLanguage));
        Assert.Contains("Accept-Language", answer.Headers.Vary);
    }

    [Fact]
    public async Task Occupation_OfTheCatalogue_TellsWhereEachFactIsFrom()
    {
        var detail = await site.ReadAsync("/api/v1/occupations/a1101?lang=nl");

        var facts = (await ViewAsync()).Find("A1101")!.Facts;
        var brief = detail.GetProperty("occupation");
        Assert.Equal(facts.Feminine, brief.GetProperty("title").GetProperty("feminine").GetString());
        Assert.All(brief.GetProperty("otherNames").EnumerateArray(), n => Assert.Equal("nl", n.GetProperty("language").GetString()));
        Assert.Equal(facts.Crossings.Count, detail.GetProperty("crossings").GetArrayLength());
        Assert.All(
            detail.GetProperty("crossings").EnumerateArray(),
            c =>
            {
                Assert.NotEmpty(c.GetProperty("origin").GetString()!);
                Assert.InRange(c.GetProperty("confidence").GetDouble(), 0, 1);
            }
        );
        Assert.Equal(facts.Contexts, detail.GetProperty("contexts").EnumerateArray().Select(c => c.GetProperty("code").GetString()!));
        Assert.Contains(
            detail.GetProperty("sources").EnumerateArray(),
            s => s.GetProperty("attribution").GetString()!.Contains("ROME", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("/api/v1/occupations/Z9999", "Api.NoOccupation")]
    [InlineData("/api/v1/guides/astronaute", "Api.NoGuide")]
    [InlineData("/api/v2/occupations", "Api.NoAddress")]
    [InlineData("/api", "Api.NoAddress")]
    public async Task Address_OfNothing_IsAProblemThatAProgramReads(string path, string key)
    {
        using var answer = await site.AskAsync(path);

        var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(site.Portal.Text(key), Wording.Plain(problem.GetProperty("detail").GetString()!));
    }

    [Fact]
    public async Task Guides_OfALanguage_AreThoseThatReadersHave()
    {
        var list = await site.ReadAsync("/api/v1/guides?pageSize=100");
        var slugs = list.GetProperty("items").EnumerateArray().Select(g => g.GetProperty("slug").GetString()!).ToList();

        var guide = await site.ReadAsync("/api/v1/guides/micro-taches-ia");

        Assert.Equal(list.GetProperty("total").GetInt32(), slugs.Count);
        Assert.Contains("micro-taches-ia", slugs);
        Assert.NotEqual(0, guide.GetProperty("requirements").GetArrayLength());
        Assert.NotEqual(0, guide.GetProperty("sources").GetArrayLength());
        using var page = await site.AskAsync(new Uri(guide.GetProperty("guide").GetProperty("page").GetString()!).AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Answer_WithItsTag_IsNotSentAgain(string path)
    {
        using var first = await site.AskAsync(path);
        var tag = first.Headers.ETag!.ToString();

        using var again = await site.AskAsync(path, ("If-None-Match", $"\"other\", {tag}"));
        using var other = await site.AskAsync(path, ("If-None-Match", "\"other\""));
        using var inDutch = await site.AskAsync(path + "?lang=nl", ("If-None-Match", tag));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(tag, again.Headers.ETag!.ToString());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (other.StatusCode, inDutch.StatusCode));
        Assert.Equal("public, no-cache", first.Headers.CacheControl!.ToString());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Answer_AskedFromAnotherSite_IsOpenAndKnowsNobody(string path)
    {
        using var answer = await site.AskAsync(path, ("Origin", "https://elsewhere.example"));
        using var asked = new HttpRequestMessage(HttpMethod.Options, new Uri(path, UriKind.Relative));
        asked.Headers.Add("Origin", "https://elsewhere.example");
        asked.Headers.Add("Access-Control-Request-Method", "GET");
        asked.Headers.Add("Access-Control-Request-Headers", "if-none-match");
        using var allowed = await site.Client.SendAsync(asked, Cancellation);
        using var head = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative)), Cancellation);

        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Equal("*", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains(
            "If-None-Match",
            string.Join(',', allowed.Headers.GetValues("Access-Control-Allow-Headers")),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(answer.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Answer_ToWhoTakesItPacked_IsPackedOnce(string packing)
    {
        foreach (var path in Addresses)
        {
            using var plain = await site.AskAsync(path);
            using var packed = await site.AskAsync(path, ("Accept-Encoding", packing));

            Assert.Equal(packing, Assert.Single(packed.Content.Headers.ContentEncoding));
            await using var body = await packed.Content.ReadAsStreamAsync(Cancellation);
            await using Stream unpacked =
                packing == "br"
                    ? new System.IO.Compression.BrotliStream(body, System.IO.Compression.CompressionMode.Decompress)
                    : new System.IO.Compression.GZipStream(body, System.IO.Compression.CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            await unpacked.CopyToAsync(bytes, Cancellation);
            Assert.Equal(await plain.Content.ReadAsByteArrayAsync(Cancellation), bytes.ToArray());
            Assert.Contains("Accept-Encoding", plain.Headers.Vary);
        }
    }

    [Fact]
    public async Task Json_OfTheWholeCatalogue_NamesSourcesAndLicences()
    {
        var file = await site.ReadAsync("/api/v1/catalogue.json");

        var view = await ViewAsync();
        var keys = file.GetProperty("meta").GetProperty("sources").EnumerateArray().ToDictionary(s => s.GetProperty("key").GetString()!);
        Assert.Equal(view.Sources.Select(s => s.Key).Order(), keys.Keys.Order());
        Assert.All(keys.Values, s => Assert.NotEmpty(s.GetProperty("licence").GetString()!));
        Assert.Equal(site.Portal.Text("Api.FileLicence", "de"), file.GetProperty("meta").GetProperty("licence").GetProperty("de").GetString());
        Assert.Equal(
            view.Occupations.Select(o => o.Code),
            file.GetProperty("occupations").EnumerateArray().Select(o => o.GetProperty("code").GetString()!)
        );
        Assert.All(
            file.GetProperty("occupations").EnumerateArray(),
            o => Assert.All(o.GetProperty("sources").EnumerateArray(), s => Assert.Contains(s.GetString()!, keys))
        );

        // An origin that nothing explains would leave its facts without a licence.
        var origins = file.GetProperty("meta").GetProperty("origins");
        Assert.All(
            view.Occupations.SelectMany(o => o.Facts.Crossings.Select(c => c.Origin).Concat(o.Facts.ForeignNames.Select(n => n.Origin))).Distinct(),
            origin => Assert.All(origins.GetProperty(origin).EnumerateArray(), k => Assert.Contains(k.GetString()!, keys))
        );
    }

    [Fact]
    public async Task Csv_ReadByAParser_HoldsEveryFactWithItsLicence()
    {
        using var answer = await site.AskAsync("/api/v1/catalogue.csv");
        using var parser = new TextFieldParser(await answer.Content.ReadAsStreamAsync(Cancellation)) { HasFieldsEnclosedInQuotes = true };
        parser.SetDelimiters(",");

        var header = parser.ReadFields()!;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var faults = new List<string>();
        while (parser.ReadFields() is { } row)
        {
            counts[row[1]] = counts.GetValueOrDefault(row[1]) + 1;
            if (
                row.Length != header.Length
                || row[8].Length == 0
                || row[9].Length == 0
                || row.Any(c => c.Length > 0 && "=+-@\t\r".Contains(c[0], StringComparison.Ordinal))
            )
            {
                faults.Add(string.Join(" | ", row));
            }

            if (row[1] is "crossing" or "foreignName" && !(double.Parse(row[7], CultureInfo.InvariantCulture) is > 0 and <= 1))
            {
                faults.Add(string.Join(" | ", row));
            }
        }

        var facts = (await ViewAsync()).Occupations.Select(o => o.Facts).ToList();
        Faults.None(faults);
        Assert.Equal(CatalogueDownloads.Columns, header);
        Assert.Equal("attachment; filename=catalogue.csv", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal(facts.Count, counts["title"]);
        Assert.Equal(facts.Sum(f => f.Names.Count), counts.GetValueOrDefault("name") + counts.GetValueOrDefault("rareName"));
        Assert.Equal(facts.Sum(f => f.ForeignNames.Count), counts["foreignName"]);
        Assert.Equal(facts.Sum(f => f.Crossings.Count), counts["crossing"]);
        Assert.Equal(facts.Sum(f => f.Levels.Count), counts["derivedLevel"]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+32", "'+32")]
    [InlineData("-x", "'-x")]
    [InlineData("@a", "'@a")]
    [InlineData("\tx", "'\tx")]
    [InlineData("", "")]
    [InlineData("a=b", "a=b")]
    public void Guarded_CellThatASpreadsheetWouldReckon_IsText(string cell, string expected) =>
        Assert.Equal(expected, CatalogueDownloads.Guarded(cell));

    [Fact]
    public async Task Document_OfTheAddresses_IsOpenApiAndHasEveryOneOfThem()
    {
        using var answer = await site.AskAsync("/api/v1/openapi.json");
        var read = OpenApiDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation), "json");

        var routes = site
            .Portal.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e => e.RoutePattern.RawText!)
            .Where(r => r.StartsWith("/api/", StringComparison.Ordinal) && r is not ("/api/{**rest}" or "/api/v1/openapi.json"))
            .Order(StringComparer.Ordinal);
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Equal(routes, read.Document!.Paths.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            read.Document.Paths.Values.SelectMany(p => p.Operations!.Values),
            o =>
            {
                Assert.NotEmpty(o.Summary!);
                Assert.All(o.Parameters ?? [], p => Assert.NotEmpty(p.Description!));
                Assert.Contains("200", o.Responses!.Keys);
                Assert.Contains("400", o.Responses.Keys);
            }
        );
        var size = read.Document.Paths["/api/v1/occupations"].Operations![HttpMethod.Get].Parameters!.Single(p => p.Name == "pageSize").Schema!;
        Assert.Equal((JsonSchemaType.Integer, "100"), (size.Type, size.Maximum));
    }

    [Fact]
    public async Task Address_AskedWithAnythingAtAll_NeverFailsByItself()
    {
        const int Tries = 400;
        var random = new Random(20261129);
        string[] keys = ["page", "pageSize", "lang", "field", "riasec", "interest", "letter", "since", "q", "", "%00", "page[]"];
        string[] values =
        [
            "",
            "1",
            "0",
            "-1",
            "100",
            "2147483647",
            "2147483648",
            "1e9",
            "%00",
            "%FF%FE",
            "..%2F..%2Fetc",
            "'%20OR%201=1--",
            "%F0%9F%98%80",
            "A",
            "R",
            "fr",
            "nl",
            "NaN",
            "null",
            "%EF%BC%91",
            "%20",
            "*",
            "MXw",
            "MXx8fHw",
            new string('a', 3000),
            Uri.EscapeDataString("<script>"),
            "%25",
            "%u0041",
            "٣",
        ];
        string[] tails = ["", "/", "/A1101", "/..%2f", "/a%2Fb", "/%F0%9F%98%80", "/" + new string('x', 500), "/'", "/A1101%20", "/con", "/%25"];
        var faults = new List<string>();
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var path = Addresses[random.Next(5)];
            path = random.Next(3) == 0 ? path + tails[random.Next(tails.Length)] : path;
            var query = string.Join(
                '&',
                Enumerable.Range(0, random.Next(4)).Select(_ => $"{keys[random.Next(keys.Length)]}={values[random.Next(values.Length)]}")
            );
            using var answer = await site.AskAsync(
                $"{path}?{query}",
                ("Accept-Language", Uri.UnescapeDataString(values[random.Next(8)])),
                ("If-None-Match", random.Next(2) == 0 ? "*" : "W/\"x")
            );
            if ((int)answer.StatusCode >= 500 || answer.Headers.Contains("Set-Cookie"))
            {
                faults.Add($"{path}?{query}: {answer.StatusCode}");
            }
        }

        Faults.None(faults);
    }

    [Fact]
    public async Task Answers_Together_HoldNothingAboutAnybody()
    {
        foreach (var path in Addresses)
        {
            using var answer = await site.AskAsync(path);
            var text = await answer.Content.ReadAsStringAsync(Cancellation);

            Assert.DoesNotMatch("[a-zA-Z0-9._-]+@[a-z0-9-]+[.][a-z]{2,}", text);
            Assert.DoesNotMatch("(?i)\"(account|author|owner|actor|email|user)[a-z]*\":", text);
        }
    }

    [Fact]
    public async Task Answers_AskedTooOften_SayWhenToComeBack()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var portal = new PortalFactory
        {
            Time = time,
            Settings = { ["OpenData:RequestsPerMinute"] = "3", ["OpenData:DownloadsPerMinute"] = "1" },
        };
        var client = portal.CreateClient();
        for (var allowed = 0; allowed < 3; allowed++)
        {
            using var answer = await client.GetAsync(new Uri("/api/v1/guides", UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var request = OpenSite.Request("/api/v1/guides?lang=en", ("Origin", "https://elsewhere.example"));
        using var refused = await client.SendAsync(request, Cancellation);
        using var download = await client.GetAsync(new Uri("/api/v1/catalogue.csv", UriKind.Relative), Cancellation);
        using var second = await client.GetAsync(new Uri("/api/v1/catalogue.csv", UriKind.Relative), Cancellation);
        time.Advance(TimeSpan.FromMinutes(1));
        using var later = await client.GetAsync(new Uri("/api/v1/guides", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Contains(portal.Text("Api.TooMany", "en"), await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("*", Assert.Single(refused.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (download.StatusCode, second.StatusCode));
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    private Task<CatalogueView> ViewAsync() => site.Portal.Services.GetRequiredService<CatalogueShelf>().CurrentAsync(Cancellation);
}
