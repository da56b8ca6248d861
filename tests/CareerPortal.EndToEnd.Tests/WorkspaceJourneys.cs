using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CareerPortal.Testing;
using CareerPortal.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>
/// From an empty store to a changed public page: the first link, invitations, a code and a passkey, an edit, a second person, and readers on two
/// nodes.
/// </summary>
[Slow]
public sealed partial class WorkspaceJourneys(BrowserFixture browser) : IAsyncDisposable
{
    private const string Password = "une phrase que personne ne devine";
    private const string Slug = "annotateur-de-donnees-ia";

    /// <summary>What readers see at the latest so long after it was published.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("careerportal-").FullName;
    private readonly List<SiteProcess> _nodes = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string First => Local(_nodes[0]);

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Guide_EditedAndAgreedTo_ReachesTheReadersOfEveryNode(bool withRedis)
    {
        await using var redis = withRedis ? await RedisServer.StartAsync() : null;
        await StartAsync(redis);
        await StartAsync(redis);
        await using var administrator = await browser.OpenAsync();
        await JoinAsync(administrator, FirstLink(), "admin@example.be", "Adama Gère");
        await InviteAsync(administrator, "autrice@example.be", "Author");
        await InviteAsync(administrator, "relecteur@example.be", "Reviewer");
        await using var author = await browser.OpenAsync();
        await JoinAsync(author, MailedLink("autrice@example.be"), null, "Ariane Écrit");
        await using var reviewer = await browser.OpenAsync();
        await JoinAsync(reviewer, MailedLink("relecteur@example.be"), null, "Rachel Relit");
        await SignInWithCodeAsync(author, "autrice@example.be");
        await SignInWithPasskeyAsync(reviewer);
        var guide = GuideId();
        Assert.All(await ReadersAsync(), page => Assert.DoesNotContain("2 345", page, StringComparison.Ordinal));

        await EditSalaryAsync(author, guide, "2 345");
        await SubmitAsync(author, guide);
        await Assertions.Expect(author.Main.GetByText(author.Says("Review.WaitsForSecond"))).ToBeVisibleAsync();
        await reviewer.GoAsync($"{First}/espace/guides/{guide}/relire");
        await reviewer.Button("Review.ApproveAll").ClickAsync();
        await Assertions.Expect(reviewer.Button("Review.Publish")).ToBeVisibleAsync();

        Assert.All(await ReadersAsync(), page => Assert.DoesNotContain("2 345", page, StringComparison.Ordinal));
        await reviewer.Page.Locator("#annonce").FillAsync("Salaires de 2026");
        await reviewer.Button("Review.Publish").ClickAsync();
        await Assertions.Expect(reviewer.Button("Review.Publish")).Not.ToBeVisibleAsync();
        await Assertions.Expect(reviewer.Main.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();
        await Task.Delay(Soon, Cancellation);

        Assert.All(await ReadersAsync(), page => Assert.Contains("2 345", page, StringComparison.Ordinal));

        // What a page was loading, or the circuit that it had open, when it was left is no complaint; a broken policy is.
        Assert.Equal("", string.Join('\n', author.Complaints.Where(c => c.Contains("Content Security Policy", StringComparison.Ordinal))));
    }

    private static string Local(SiteProcess node) => $"http://localhost:{node.Address.Port}";

    private async Task StartAsync(RedisServer? redis)
    {
        string[] cache = redis is null ? [] : ["--ConnectionStrings:Redis", redis.Connection];
        _nodes.Add(
            await SiteProcess.StartAsync([
                "--Database:DataFolder",
                _folder,
                "--Mail:PickupFolder",
                Path.Combine(_folder, "mail"),
                "--RateLimits:SignInsPerMinute",
                "1000",
                .. cache,
            ])
        );
    }

    private string FirstLink()
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromMinutes(1))
        {
            if (Link().Match(_nodes[0].Output) is { Success: true } found)
            {
                return First + found.Value;
            }

            Thread.Sleep(100);
        }

        throw new InvalidOperationException("No link for the first administrator: " + _nodes[0].Output);
    }

    private string MailedLink(string to)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromMinutes(1))
        {
            foreach (
                var file in Directory.Exists(Path.Combine(_folder, "mail")) ? Directory.EnumerateFiles(Path.Combine(_folder, "mail"), "*.eml") : []
            )
            {
                var mail = File.ReadAllText(file).Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal);
                if (mail.Contains(to, StringComparison.OrdinalIgnoreCase) && Link().Match(mail) is { Success: true } found)
                {
                    return First + found.Value;
                }
            }

            Thread.Sleep(100);
        }

        throw new InvalidOperationException($"No mail to {to}.");
    }

    private static async Task JoinAsync(Window window, string link, string? email, string name)
    {
        await window.GoAsync(link);
        if (email is not null)
        {
            await window.Page.Locator("#courriel").FillAsync(email);
        }

        await window.Page.Locator("#nom").FillAsync(name);
        await window.Page.Locator("#mot-de-passe").FillAsync(Password);
        await window.Main.Locator("form button[type=submit]").First.ClickAsync();
        await window.ArriveAsync("/espace$");
    }

    private async Task InviteAsync(Window administrator, string email, string role)
    {
        await administrator.GoAsync($"{First}/espace/comptes");
        await administrator.Page.Locator("#courriel").FillAsync(email);
        await administrator.Page.Locator("#role").SelectOptionAsync(role);
        await administrator.Button("Account.InviteAction").ClickAsync();
        await Assertions.Expect(administrator.Main.GetByText(email).First).ToBeVisibleAsync();
    }

    private static async Task SignOutAsync(Window window)
    {
        await window.Page.Locator(".ws-person form button").ClickAsync();
        await window.ArriveAsync("/connexion");
    }

    private static async Task ConfirmAsync(Window window)
    {
        if (window.Page.Url.Contains("/connexion/confirmer", StringComparison.Ordinal))
        {
            await window.Page.Locator("#mot-de-passe").FillAsync(Password);
            await window.Button("SignIn.ConfirmAction").ClickAsync();
            await window.LeaveAsync(window.Page.Url);
        }
    }

    private async Task SignInWithCodeAsync(Window window, string email)
    {
        await window.GoAsync($"{First}/espace/compte/code");
        await ConfirmAsync(window);
        var key = Spaces().Replace(await window.Main.Locator(".code-key").InnerTextAsync(), "");
        await window.Page.Locator("#code").FillAsync(CodeOf(key));
        await window.Main.Locator("form:has(#code) button[type=submit]").ClickAsync();
        await Assertions.Expect(window.Main.Locator(".recovery-codes li").First).ToBeVisibleAsync();
        await SignOutAsync(window);

        await window.Page.Locator("#courriel").FillAsync(email);
        await window.Page.Locator("#mot-de-passe").FillAsync(Password);
        await window.Button("SignIn.Action").ClickAsync();
        await window.ArriveAsync("/connexion/code");

        // A code signs in once: the one that set it up is not taken again.
        await window.Page.Locator("#code").FillAsync(CodeOf(key, 1));
        await window.Main.Locator("form:has(#code) button[type=submit]").ClickAsync();
        await window.ArriveAsync("/espace$");
    }

    private async Task SignInWithPasskeyAsync(Window window)
    {
        var authenticator = await window.MeasureAsync();
        await authenticator.SendAsync("WebAuthn.enable");
        await authenticator.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
        await window.GoAsync($"{First}/espace/compte/cles");
        await ConfirmAsync(window);
        await window.Page.Locator("#nom").FillAsync("Portable");
        await window.Main.Locator("button[data-passkey=create]").ClickAsync();
        await window.ArriveAsync("/espace/compte/cles.*fait");
        await SignOutAsync(window);

        await window.Main.Locator("button[data-passkey=get]").ClickAsync();
        await window.ArriveAsync("/espace$");
    }

    private async Task EditSalaryAsync(Window window, int guide, string amount)
    {
        await window.GoAsync($"{First}/espace/guides/{guide}?section=salaire");
        var fold = window.Page.Locator("[data-list='content.salaries'] .ed-fold").First;
        await Assertions.Expect(fold).ToBeVisibleAsync();
        if (await fold.GetAttributeAsync("aria-expanded") == "false")
        {
            await fold.ClickAsync();
        }

        await window.Page.RunAndWaitForResponseAsync(
            () => window.Page.Locator("input[data-path^='content.salaries.'][data-path$='.lowCents']").First.FillAsync(amount),
            answer => answer.Url.EndsWith("/edits", StringComparison.Ordinal) && answer.Ok
        );
    }

    /// <summary>Sends the draft to a second person, with a reason for each warning that is passed over.</summary>
    private async Task SubmitAsync(Window window, int guide)
    {
        await window.GoAsync($"{First}/espace/guides/{guide}/relire");
        await window.Button("Review.Submit").ClickAsync();
        await Assertions
            .Expect(window.Main.GetByText(window.Says("Review.WaitsForSecond")).Or(window.Button("Review.PassAndSubmit")))
            .ToBeVisibleAsync();
        if (await window.Button("Review.PassAndSubmit").IsVisibleAsync())
        {
            foreach (var reason in await window.Main.Locator("input[name=motif]").AllAsync())
            {
                await reason.FillAsync("Vu avec le service.");
            }

            await window.Button("Review.PassAndSubmit").ClickAsync();
        }
    }

    private int GuideId()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "portal.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Guides WHERE Slug = $slug AND Language = 'fr'";
        command.Parameters.AddWithValue("$slug", Slug);
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>The public page as each node gives it, with plain spaces.</summary>
    private async Task<IReadOnlyList<string>> ReadersAsync()
    {
        using var client = new HttpClient();
        var pages = new List<string>();
        foreach (var node in _nodes)
        {
            var html = await client.GetStringAsync(new Uri($"{Local(node)}/metiers/{Slug}"), Cancellation);
            pages.Add(Spaces().Replace(System.Net.WebUtility.HtmlDecode(html), " "));
        }

        return pages;
    }

    /// <summary>The one-time code of now, or of some steps later (RFC 6238: 30 s, 6 digits, SHA-1).</summary>
    private static string CodeOf(string key, int later = 0)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(
            key.ToUpperInvariant().Select(c => Convert.ToString(Letters.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0'))
        );
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = BitConverter.GetBytes((DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + later);
        Array.Reverse(counter);
#pragma warning disable CA5350 // The standard's own algorithm.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = ((hash[offset] & 0x7f) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("/lien/[0-9a-f]{64}")]
    private static partial Regex Link();

    [GeneratedRegex(@"[\s  ]+")]
    private static partial Regex Spaces();
}
