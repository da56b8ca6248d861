using System.Diagnostics;
using CareerPortal.Offers.Board;
using CareerPortal.Search;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace CareerPortal.Benchmarks.Offers;

/// <summary>The same offers in Lucene.Net: titles, employers and texts, stemmed as the portal stems; facets counted over every offer found.</summary>
internal sealed class LuceneOffers : IDisposable
{
    private const int Hits = 20;
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private static readonly (string Field, float Boost)[] Fields = [("title", 3), ("employer", 1), ("text", 0.5f)];

    private readonly PortalWords _words;
    private readonly RAMDirectory _directory = new();
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly int[][] _values;
    private readonly int _valueCount;

    public LuceneOffers(IReadOnlyList<OpenOffer> offers, PortalWords words)
    {
        _words = words;
        var begun = Stopwatch.GetTimestamp();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _values =
        [
            .. offers.Select(o =>
                SqliteOffers.ValuesOf(o.Facts).Select(v => numbers.TryGetValue(v, out var known) ? known : numbers[v] = numbers.Count).ToArray()
            ),
        ];
        _valueCount = numbers.Count;
        using var analyzer = new WhitespaceAnalyzer(Version);
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(Version, analyzer)))
        {
            foreach (var offer in offers)
            {
                writer.AddDocument(
                    new Document
                    {
                        new TextField("title", SqliteOffers.Stemmed(words, offer.Facts.Title), Field.Store.NO),
                        new TextField("employer", SqliteOffers.Stemmed(words, offer.Facts.Employer), Field.Store.NO),
                        new TextField("text", SqliteOffers.Stemmed(words, offer.Facts.Text), Field.Store.NO),
                    }
                );
            }

            writer.ForceMerge(1);
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader);
        BuildSeconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    public double BuildSeconds { get; }

    public int Find(string text)
    {
        var query = new BooleanQuery();
        foreach (
            var word in SqliteOffers.Stemmed(_words, text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(OfferQuery.MostWords)
        )
        {
            var any = new DisjunctionMaxQuery(0);
            foreach (var (field, boost) in Fields)
            {
                any.Add(new TermQuery(new Term(field, word)) { Boost = boost });
            }

            query.Add(any, Occur.SHOULD);
        }

        query.MinimumNumberShouldMatch = query.Clauses.Count <= 2 ? query.Clauses.Count : (int)Math.Ceiling(query.Clauses.Count * 0.75);
        var best = TopScoreDocCollector.Create(Hits, docsScoredInOrder: true);
        var facets = new FacetCollector(best, _values, new int[_valueCount]);
        _searcher.Search(query, facets);
        _ = best.GetTopDocs();
        return best.TotalHits;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    private sealed class FacetCollector(ICollector best, int[][] values, int[] counts) : ICollector
    {
        private int _base;

        public bool AcceptsDocsOutOfOrder => false;

        public void Collect(int doc)
        {
            best.Collect(doc);
            foreach (var value in values[_base + doc])
            {
                counts[value]++;
            }
        }

        public void SetNextReader(AtomicReaderContext context)
        {
            _base = context.DocBase;
            best.SetNextReader(context);
        }

        public void SetScorer(Scorer scorer) => best.SetScorer(scorer);
    }
}
