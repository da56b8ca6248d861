using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Editing;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Benchmarks.Drafts;

/// <summary>
/// What one keystroke costs in a draft whose list of questions has 200 items: <see cref="DraftDesk.ApplyAsync"/> alone, and the whole way over
/// HTTP on loopback, with the sign-in, the token and the store as the site has them.
/// </summary>
internal static class DraftsRun
{
    private const int Items = 200;
    private const int WarmUp = 100;
    private const int Keystrokes = 500;
    private const string Member = "asked";

    public static Task<int> RunAsync() =>
        MeasuredSite.RunAsync(
            async (site, actor, guide) =>
            {
                Console.WriteLine("| one keystroke in a list of 200 | p50 ms | p95 ms | worst ms |");
                Console.WriteLine("|---|---|---|---|");
                await MeasureDeskAsync(site, actor, guide);
                await MeasureHttpAsync(site, actor, guide);
                return 0;
            }
        );

    private static async Task<(Guid Tab, string Path, string Text, long Last)> FillAsync(MeasuredSite site, Actor actor, int guide)
    {
        var desk = site.Services.GetRequiredService<DraftDesk>();
        var tab = Guid.CreateVersion7();
        var open = (await desk.OpenAsync(actor, guide, tab, default)).Value!;
        var missing = Items - open.Document["content"]!["faq"]!.AsArray().Count;
        var batch = new DraftBatch(tab, 1, [.. Enumerable.Range(0, Math.Max(missing, 0)).Select(_ => NewItem())], open.Sequence);
        if (missing > 0)
        {
            await desk.ApplyAsync(actor, guide, batch, default);
        }

        var item = (await desk.ReadAsync(actor, guide, default)).Value!.Document["content"]!["faq"]![Items / 2]!;
        return (tab, $"content.faq.{item["$id"]}.{Member}", $"{item[Member]}", Math.Max(missing, 0));
    }

    private static DraftChange NewItem() =>
        new(
            DraftEditKind.Insert,
            "content.faq",
            null,
            new JsonObject
            {
                [Member] = "Une question que se posent beaucoup de personnes ?",
                ["answer"] = new JsonArray("Une réponse d'une longueur ordinaire, en deux phrases. Celle-ci est la seconde."),
            }
        );

    private static async Task MeasureDeskAsync(MeasuredSite site, Actor actor, int guide)
    {
        var desk = site.Services.GetRequiredService<DraftDesk>();
        var (tab, path, text, last) = await FillAsync(site, actor, guide);
        var seen = (await desk.ReadAsync(actor, guide, default)).Value!.Sequence;
        await MeasureAsync(
            "ApplyAsync",
            async n =>
            {
                var change = new DraftChange(DraftEditKind.Set, path, text, text = $"Question {n} ?");
                var result = await desk.ApplyAsync(actor, guide, new DraftBatch(tab, ++last, [change], seen), default);
                seen = result.Answer == DeskAnswer.Done ? result.Value!.Sequence : throw new InvalidOperationException($"{result.Answer}");
            }
        );
    }

    private static async Task MeasureHttpAsync(MeasuredSite site, Actor actor, int guide)
    {
        var (tab, path, text, last) = await FillAsync(site, actor, guide);
        using var client = site.BrowserOf(actor);
        var seen = (await site.Services.GetRequiredService<DraftDesk>().ReadAsync(actor, guide, default)).Value!.Sequence;
        await MeasureAsync(
            "POST edits on loopback",
            async n =>
            {
                var body = new JsonObject
                {
                    ["tabId"] = tab,
                    ["first"] = ++last,
                    ["seen"] = seen,
                    ["changes"] = new JsonArray(
                        new JsonObject
                        {
                            ["kind"] = "set",
                            ["path"] = path,
                            ["before"] = text,
                            ["after"] = text = $"Question {n} ?",
                        }
                    ),
                };
                using var answer = await client.PostAsJsonAsync($"/espace/api/drafts/{guide}/edits", body);
                var receipt = await answer.Content.ReadFromJsonAsync<JsonObject>();
                seen =
                    answer.StatusCode == HttpStatusCode.OK
                        ? receipt!["sequence"]!.GetValue<long>()
                        : throw new InvalidOperationException($"{answer.StatusCode}: {receipt}");
            }
        );
    }

    private static async Task MeasureAsync(string what, Func<int, Task> keystroke)
    {
        var times = new List<double>();
        for (var n = 0; n < WarmUp + Keystrokes; n++)
        {
            var begun = Stopwatch.GetTimestamp();
            await keystroke(n);
            if (n >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        }

        times.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | {times[times.Count / 2]:0.0} | {times[times.Count * 95 / 100]:0.0} | {times[^1]:0.0} |"
            )
        );
    }
}
