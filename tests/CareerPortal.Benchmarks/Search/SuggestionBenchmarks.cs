using BenchmarkDotNet.Attributes;
using CareerPortal.Benchmarks.Quiz;
using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Finding;
using CareerPortal.Testing;

namespace CareerPortal.Benchmarks.Search;

/// <summary>What the search box asks while somebody types, over the catalogue that comes with the portal: each call another beginning.</summary>
[Config(typeof(SingleCallJob))]
[GcForce(false)]
public class SuggestionBenchmarks
{
    private const int Most = 8;

    /// <summary>Beginnings that many names share, and some that few do.</summary>
    private static readonly string[] Typed =
    [
        "co",
        "ag",
        "ma",
        "as",
        "te",
        "con",
        "res",
        "ope",
        "infi",
        "boulang",
        "agent d",
        "agent de m",
        "responsable de",
        "technicien maintenance ind",
        "conducteur d'eng",
        "assistante de direction",
        "namur",
        "5000",
        "bruxelles form",
        "xylophoniste",
    ];

    private Action _clean = null!;
    private OccupationSearch _search = null!;
    private PlaceFinder _places = null!;
    private int _next;

    [GlobalSetup]
    public async Task PrepareAsync()
    {
        var store = new TestStore();
        _clean = store.Dispose;
        await store.ImportFirstContentAsync();
        await new CatalogueImport(store, store.Time).FillEmptyStoreAsync(CancellationToken.None);
        var mark = new ContentMark(store, store.Time);
        _search = new OccupationSearch(store, store.Library(), new CatalogueShelf(store, mark), TestStore.Words);
        _places = new PlaceFinder(store, new GuidanceDirectory(store, mark), mark);
        foreach (var typed in Typed)
        {
            await OccupationsAsync(typed);
            await _places.SuggestAsync(typed, CancellationToken.None);
        }
    }

    [GlobalCleanup]
    public void Clean() => _clean();

    [Benchmark(Description = "1 584 occupations, one of 20 beginnings")]
    public Task<IReadOnlyList<FoundOccupation>> Occupations() => OccupationsAsync(Typed[_next++ % Typed.Length]);

    [Benchmark(Description = "1 584 occupations, two letters")]
    public Task<IReadOnlyList<FoundOccupation>> TwoLetters() => OccupationsAsync("co");

    [Benchmark(Description = "centres and services, one of 20 beginnings")]
    public Task<IReadOnlyList<FoundPlace>> Places() => _places.SuggestAsync(Typed[_next++ % Typed.Length], CancellationToken.None);

    private Task<IReadOnlyList<FoundOccupation>> OccupationsAsync(string typed) =>
        _search.SuggestAsync(Languages.Default, typed, Most, CancellationToken.None);
}
