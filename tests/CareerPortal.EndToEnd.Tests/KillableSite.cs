using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CareerPortal.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>The site on a store and ports of its own: its nodes can be killed at any moment and come back where they were.</summary>
internal sealed partial class KillableSite : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("careerportal-").FullName;
    private readonly List<SiteProcess> _nodes = [];

    public string Address => AddressOf(0);

    /// <param name="nodes">How many nodes there are.</param>
    /// <param name="fill">Fills the store's folder beforehand; otherwise the first node fills the store, and is busy with it for a while.</param>
    public static async Task<KillableSite> StartAsync(int nodes = 1, Action<string>? fill = null)
    {
        var site = new KillableSite();
        fill?.Invoke(site._folder);
        for (var node = 0; node < nodes; node++)
        {
            site._nodes.Add(await site.StartNodeAsync(0));
        }

        return site;
    }

    public string AddressOf(int node) => $"http://localhost:{_nodes[node].Address.Port}";

    /// <summary>Ends a node as <c>kill -9</c> does.</summary>
    public void Kill(int node = 0) => _nodes[node].Kill();

    /// <summary>Starts a node that was killed again, on the same store and port.</summary>
    public async Task RestartAsync(int node = 0)
    {
        var port = _nodes[node].Address.Port;
        await _nodes[node].DisposeAsync();
        _nodes[node] = await StartNodeAsync(port);
    }

    /// <summary>Makes the first administrator, who is then signed in.</summary>
    public async Task SignInAsync(IPage page, string address)
    {
        var clock = Stopwatch.StartNew();
        Match link;
        while (!(link = Link().Match(_nodes[0].Output)).Success)
        {
            if (clock.Elapsed > Longest)
            {
                throw new InvalidOperationException("No link for the first administrator: " + _nodes[0].Output);
            }

            await Task.Delay(100);
        }

        await page.GotoAsync(address + link.Value);
        await page.Locator("#courriel").FillAsync("admin@example.be");
        await page.Locator("#nom").FillAsync("Adama Gère");
        await page.Locator("#mot-de-passe").FillAsync("une phrase que personne ne devine");
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/espace$"));
    }

    public int GuideOf(string slug) => (int)Read<long>("SELECT Id FROM Guides WHERE Slug = $value AND Language = 'fr'", slug);

    /// <summary>The opening sentence of a draft as the store has it.</summary>
    public string HookOf(int guide) =>
        (string?)JsonNode.Parse(Read<string>("SELECT Document FROM Drafts WHERE GuideId = $value", guide))!["content"]!["hook"] ?? "";

    public long Conflicts() => Read<long>("SELECT COUNT(*) FROM DraftConflicts WHERE $value = 0", 0);

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private Task<SiteProcess> StartNodeAsync(int port) =>
        SiteProcess.StartAsync("--Database:DataFolder", _folder, "--urls", $"http://127.0.0.1:{port}");

    private T Read<T>(string sql, object value)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "portal.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$value", value);
        return (T)command.ExecuteScalar()!;
    }

    [GeneratedRegex("/lien/[0-9a-f]{64}")]
    private static partial Regex Link();
}
