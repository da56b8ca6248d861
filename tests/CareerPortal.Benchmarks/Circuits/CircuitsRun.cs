using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CareerPortal.Accounts;
using CareerPortal.Benchmarks.Attack;
using CareerPortal.Benchmarks.Drafts;

namespace CareerPortal.Benchmarks.Circuits;

/// <summary>
/// What an open editor costs while nobody types: the heap of so many idle circuits on the page of the annotator's guide less the heap of none, each
/// after a full collection. <c>circuits [how many]</c>: 100 unless told. The browsers' ends of the connections are in the same process and counted.
/// </summary>
internal static partial class CircuitsRun
{
    private const double MostMegabytes = 2;
    private const int WarmUp = 3;

    /// <summary>The section that a page opens with, and the one of most texts.</summary>
    private static readonly string[] Sections = ["head", "questions"];

    public static Task<int> RunAsync(string[] arguments)
    {
        var count = HostileRun.Number(arguments, 0, 100);
        return MeasuredSite.RunAsync(
            async (site, actor, guide) =>
            {
                Console.WriteLine("| section | circuits | texts in each | heap of none, MB | heap of all, MB | MB each |");
                Console.WriteLine("|---|---|---|---|---|---|");
                var isSmall = true;
                foreach (var section in Sections)
                {
                    isSmall &= await MeasureAsync(site, actor, $"espace/guides/{guide}?section={section}", section, count);
                }

                return isSmall ? 0 : 1;
            }
        );
    }

    private static async Task<bool> MeasureAsync(MeasuredSite site, Actor actor, string page, string section, int count)
    {
        // What is shared by all, and read or compiled once, is there before the first measure.
        foreach (var circuit in await OpenAsync(site, actor, page, WarmUp))
        {
            await circuit.DisposeAsync();
        }

        await Task.Delay(TimeSpan.FromSeconds(5));
        var before = Heap();
        var circuits = await OpenAsync(site, actor, page, count);
        await Task.Delay(TimeSpan.FromSeconds(2));
        var after = Heap();
        var each = (after - before) / count;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {section} | {count} | {circuits.Min(c => c.Fields)} | {before:0.0} | {after:0.0} | {each:0.00} |"
            )
        );
        foreach (var circuit in circuits)
        {
            if (!await circuit.IsAliveAsync())
            {
                throw new InvalidOperationException("A circuit was gone while it was measured.");
            }

            await circuit.DisposeAsync();
        }

        return each < MostMegabytes;
    }

    private static async Task<IReadOnlyList<EditorCircuit>> OpenAsync(MeasuredSite site, Actor actor, string page, int count)
    {
        using var browser = site.BrowserOf(actor);
        var circuits = new List<EditorCircuit>();
        for (var n = 0; n < count; n++)
        {
            var html = await browser.GetStringAsync(new Uri(page, UriKind.Relative));
            var markers = Island().Matches(html).Select(m => JsonNode.Parse(m.Groups[1].Value)!).ToList();
            var state = State().Match(html).Groups[1].Value;
            circuits.Add(await EditorCircuit.OpenAsync(new Uri(browser.BaseAddress!, page), browser.DefaultRequestHeaders, markers, state));
        }

        return circuits;
    }

    /// <summary>In megabytes, once nothing is left that can go.</summary>
    private static double Heap()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024.0;
    }

    [GeneratedRegex(@"<!--Blazor:(\{""type"":""server"".*?\})-->")]
    private static partial Regex Island();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();
}
