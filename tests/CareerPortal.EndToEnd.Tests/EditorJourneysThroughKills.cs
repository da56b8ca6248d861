using System.Diagnostics;
using System.Text.RegularExpressions;
using CareerPortal.Testing;
using CareerPortal.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using static Microsoft.Playwright.Assertions;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>The site is killed at any moment while somebody types, and comes back while they type on.</summary>
[Slow]
public sealed partial class EditorJourneysThroughKills(BrowserFixture browser) : IAsyncDisposable
{
    private const int Kills = 4;
    private const int KeyEvery = 60;
    private const string Slug = "annotateur-de-donnees-ia";

    private readonly string _folder = Directory.CreateTempSubdirectory("careerportal-").FullName;
    private SiteProcess? _site;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Address => $"http://localhost:{_site!.Address.Port}";

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Text_TypedWhileTheSiteIsKilled_IsThereAfterwards()
    {
        await StartAsync(0);
        await using var window = await browser.OpenAsync();
        await SignInAsync(window);
        await window.GoAsync($"{Address}/espace/guides/{Read<long>("SELECT Id FROM Guides WHERE Slug = $slug AND Language = 'fr'")}?section=entete");
        var field = window.Page.Locator("[data-path='content.hook']");
        await SavedAsync(window);
        var expected = await field.InputValueAsync();
        var moments = new Random(Kills);

        for (var kill = 1; kill <= Kills; kill++)
        {
            var text = $" Panne {kill} : écrite sans rien perdre, jusqu'au dernier signe.";
            await field.ClickAsync();
            await field.PressAsync("Control+End");
            await window.Page.EvaluateAsync("() => { window.isOld = true; }");
            var typing = field.PressSequentiallyAsync(text, new() { Delay = KeyEvery });
            await Task.Delay(moments.Next(text.Length * KeyEvery), Cancellation);
            var port = _site!.Address.Port;
            await _site.DisposeAsync();
            await StartAsync(port);
            await typing;
            expected += text;

            // The page comes anew by itself; who types goes on when it is there.
            await window.Page.WaitForFunctionAsync("() => !window.isOld");
            await SavedAsync(window);
            await Expect(field).ToHaveValueAsync(expected);
        }

        await window.Page.ReloadAsync();
        await Expect(field).ToHaveValueAsync(expected);
        Assert.Equal(0L, Read<long>("SELECT COUNT(*) FROM DraftConflicts"));
    }

    private static Task SavedAsync(Window window) => Expect(window.Page.Locator("[data-state]")).ToHaveAttributeAsync("data-mood", "saved");

    private async Task StartAsync(int port) =>
        _site = await SiteProcess.StartAsync("--Database:DataFolder", _folder, "--urls", $"http://127.0.0.1:{port}");

    private async Task SignInAsync(Window window)
    {
        var clock = Stopwatch.StartNew();
        Match link;
        while (!(link = Link().Match(_site!.Output)).Success)
        {
            Assert.True(clock.ElapsedMilliseconds < Window.LongestAnswer, "No link for the first administrator: " + _site.Output);
            await Task.Delay(100, Cancellation);
        }

        await window.GoAsync(Address + link.Value);
        await window.Page.Locator("#courriel").FillAsync("admin@example.be");
        await window.Page.Locator("#nom").FillAsync("Adama Gère");
        await window.Page.Locator("#mot-de-passe").FillAsync("une phrase que personne ne devine");
        await window.Main.Locator("form button[type=submit]").First.ClickAsync();
        await window.ArriveAsync("/espace$");
    }

    private T Read<T>(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "portal.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$slug", Slug);
        return (T)command.ExecuteScalar()!;
    }

    [GeneratedRegex("/lien/[0-9a-f]{64}")]
    private static partial Regex Link();
}
