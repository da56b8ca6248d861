using System.Numerics;
using System.Runtime.InteropServices;

namespace CareerPortal.Search;

/// <summary>
/// An inverted index of guides held in memory: for each word, the guides that have it, how much it counts there, and in which passages it stands.
/// </summary>
/// <remarks>
/// Built once for each state of the content, in time and memory proportional to the text. A search reads only the postings of the words asked
/// (at most <see cref="MostWords"/>), and a few numbers for each guide: O(postings + guides), never the texts. An excerpt reads one passage.
/// </remarks>
public sealed class SearchIndex
{
    /// <summary>How many words of a question are read; the rest is not looked at.</summary>
    public const int MostWords = 12;

    private const int MostTyped = 200;
    private const int MostLikeWords = 32;
    private const int ShortestHalf = 4;

    private const float StemWorth = 0.5f;
    private const float BeginningWorth = 0.6f;
    private const float LikenessWorth = 0.7f;
    private const float MeaningWorth = 0.9f;

    /// <summary>Of what the other readings of a concept count beside the best one.</summary>
    private const float FurtherReadings = 0.25f;

    /// <summary>How fast a word repeated in one field stops to count more (BM25's k1).</summary>
    private const float Saturation = 1.2f;

    private readonly List<SearchTongue> _tongues;
    private readonly IReadOnlyList<SearchDocument> _documents;
    private readonly Dictionary<string, int> _marks = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];
    private readonly Posting[][] _postings;
    private readonly ushort[] _passages;
    private readonly Dictionary<string, List<(string[] Stems, SearchMeaning Meaning)>> _meanings = new(StringComparer.Ordinal);

    /// <summary>
    /// Lays out documents for readers of one language; what stands in another is read by that one's rules, and so is what they type.
    /// </summary>
    public SearchIndex(
        IReadOnlyList<SearchDocument> documents,
        IEnumerable<SearchMeaning> meanings,
        PortalWords words,
        string language = Languages.Default
    )
    {
        _documents = documents;
        _tongues =
        [
            .. documents
                .SelectMany(d => d.Passages)
                .Select(p => p.Language)
                .Prepend(language)
                .Distinct()
                .Select(l => new SearchTongue(l, words.In(l))),
        ];
        var postings = new List<List<Posting>>();
        var passages = new List<ushort>();
        for (var document = 0; document < documents.Count; document++)
        {
            Add(document, postings, passages);
        }

        _postings = [.. postings.Select(p => p.ToArray())];
        _passages = [.. passages];
        _tongues.ForEach(t => t.Settle());
        foreach (var meaning in meanings)
        {
            foreach (var said in meaning.Said)
            {
                var stems = _tongues[0].Words.Words(said).Select(w => w.Stem).ToArray();
                if (stems.Length > 0)
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(_meanings, stems[0], out _) ??= []).Add((stems, meaning));
                }
            }
        }
    }

    /// <summary>The documents that answer what was typed. Where no word says anything, nothing is found, and it is told.</summary>
    public SearchAnswer Find(string typed)
    {
        var question = Read(typed, loose: false);
        if (question.Concepts.Count == 0)
        {
            return new SearchAnswer([]) { AsksNothing = true };
        }

        var tally = new Tally(this, question);
        var found = tally.Ranked(d => tally.Found[d] == tally.All && tally.HangsTogether(d));
        var partial = false;
        for (var least = question.Concepts.Count - 1; found.Count == 0 && least >= LeastFor(question.Concepts.Count); least--)
        {
            found = tally.Ranked(d => BitOperations.PopCount(tally.Found[d]) >= least && tally.Titled[d] != 0 && tally.HangsTogether(d));
            partial = found.Count > 0;
        }

        if (found.Count == 0 && question.Concepts.Count == 2 && Names(question.Concepts[0]) && question.Concepts[1].IsKnown)
        {
            found = tally.Ranked(d => (tally.Titled[d] & 1) != 0);
            partial = found.Count > 0;
        }

        return new SearchAnswer(found)
        {
            Approximate = question.Approximate && found.Count > 0,
            Partial = partial,
            Question = question,
        };
    }

    /// <summary>The documents whose titles are nearest to words that found nothing; none where no title comes near.</summary>
    public IReadOnlyList<int> Nearest(string typed, int most)
    {
        var question = Read(typed, loose: true);
        if (question.Concepts.Count == 0)
        {
            return [];
        }

        var tally = new Tally(this, question);
        return [.. tally.Ranked(d => tally.Titled[d] != 0).Take(most)];
    }

    /// <summary>Where in a document the words stand that are not in its title; null where the title says it all.</summary>
    public SearchExcerpt? Excerpt(SearchAnswer answer, int document)
    {
        if (answer.Question is not { } question)
        {
            return null;
        }

        var worth = new SortedDictionary<ushort, float>();
        var missing = false;
        string? mark = null;
        foreach (var concept in question.Concepts)
        {
            var (stands, _, marked) = Places(concept, document);
            var titled = stands.Contains((ushort)0);
            missing |= !titled;
            mark ??= titled || stands.Count > 0 ? null : marked;
            foreach (var passage in stands.Where(p => p > 0))
            {
                worth[passage] = worth.GetValueOrDefault(passage) + concept.Readings.Max(r => r.Words.Max(w => w.Rarity)) * (titled ? 0.25f : 1);
            }
        }

        if (!missing)
        {
            return null;
        }

        if (worth.Count == 0)
        {
            return mark is null ? null : new SearchExcerpt(SearchField.Fact, [], mark);
        }

        var shown = _documents[document].Passages[worth.MaxBy(w => w.Value).Key];
        var tongue = TongueOf(shown);
        var terms = question.Concepts.SelectMany(c => c.Readings).SelectMany(r => r.Words).SelectMany(w => w.Terms).Select(t => t.Term).ToHashSet();
        return new SearchExcerpt(
            shown.Field,
            ExcerptCut.Cut(shown.Text, IsFound, whole: shown.Field != SearchField.Text && shown.Field != SearchField.Fact)
        );

        bool IsFound(string word) => Array.Exists(tongue.TermsOf(word), terms.Contains);
    }

    /// <summary>
    /// Whether the first of two words says by itself which occupation is meant: « secrétaire médicale » is a secretary,
    /// « agent immobilier » could be anything.
    /// </summary>
    private bool Names(SearchConcept first) =>
        first.IsKnown
        && first
            .Readings[0]
            .Words[0]
            .Terms.Where(t => !t.IsLike)
            .SelectMany(t => _postings[t.Term])
            .Where(p => p.Title > 0)
            .DistinctBy(p => p.Document)
            .Count() == 1;

    /// <summary>All the words of one or two; of more, most of them.</summary>
    private static int LeastFor(int concepts) => concepts <= 2 ? concepts : (int)Math.Ceiling(0.6 * concepts);

    private SearchTongue TongueOf(SearchPassage passage) => _tongues.Find(t => t.Language == passage.Language)!;

    private static float WeightOf(SearchField field) =>
        field switch
        {
            SearchField.Title => 12,
            SearchField.OtherTitle => 8,
            SearchField.Fact => 3,
            SearchField.Summary => 2,
            _ => 1,
        };

    /// <summary>The usual number of words in a field: in a longer one each counts less.</summary>
    private static float UsualLength(SearchField field) =>
        field switch
        {
            SearchField.Title => 8,
            SearchField.OtherTitle => 12,
            SearchField.Fact => 60,
            SearchField.Summary => 20,
            _ => 400,
        };

    /// <summary>How much a field's length matters (BM25's b): a complete guide is long because it says more, not because it digresses.</summary>
    private static float LengthShare(SearchField field) => field is SearchField.Title or SearchField.OtherTitle ? 0.75f : 0.25f;

    private void Add(int document, List<List<Posting>> postings, List<ushort> passages)
    {
        var uses = new Dictionary<int, TermUse>();
        var lengths = new int[Enum.GetValues<SearchField>().Length];
        var texts = _documents[document].Passages;
        for (var passage = 0; passage < Math.Min(texts.Count, ushort.MaxValue); passage++)
        {
            var field = texts[passage].Field;
            var written = texts[passage].Text;
            var isTitle = field is SearchField.Title or SearchField.OtherTitle;
            var tongue = TongueOf(texts[passage]);
            foreach (var word in tongue.Words.Words(isTitle ? WithCompounds(written) : written))
            {
                lengths[(int)field]++;
                Use(tongue.Terms, word.Base, field, (ushort)passage);
                if (field != SearchField.Text)
                {
                    Use(tongue.Terms, SearchTongue.StemKey(word.Stem), field, (ushort)passage);
                }

                if (isTitle)
                {
                    tongue.AddTitleWord(word);
                }
            }
        }

        foreach (var mark in _documents[document].Marks)
        {
            Use(_marks, mark, SearchField.Fact, null);
        }

        foreach (var (term, use) in uses.OrderBy(u => u.Key))
        {
            postings[term]
                .Add(
                    new Posting(
                        document,
                        Worth(use, SearchField.Title) + Worth(use, SearchField.OtherTitle),
                        Worth(use, SearchField.Fact) + Worth(use, SearchField.Summary) + Worth(use, SearchField.Text),
                        passages.Count,
                        use.Passages.Count
                    )
                );
            passages.AddRange(use.Passages);
        }

        void Use(Dictionary<string, int> terms, string key, SearchField field, ushort? passage)
        {
            ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, key, out var known);
            if (!known)
            {
                term = _keys.Count;
                _keys.Add(key);
                postings.Add([]);
            }

            ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(uses, term, out _);
            use ??= new TermUse();
            use.Counts[(int)field]++;
            if (passage is { } stands && (use.Passages.Count == 0 || use.Passages[^1] != stands))
            {
                use.Passages.Add(stands);
            }
        }

        float Worth(TermUse use, SearchField field)
        {
            var count = use.Counts[(int)field];
            var length = 1 - LengthShare(field) + LengthShare(field) * lengths[(int)field] / UsualLength(field);
            return count == 0 ? 0 : WeightOf(field) * count / (count + Saturation * length);
        }
    }

    /// <summary>A compound is found in one word too: « micro-tâches », « microtâches ».</summary>
    private static string WithCompounds(string title)
    {
        var compounds = title
            .Split(' ')
            .Where(w => w.Contains('-', StringComparison.Ordinal))
            .Select(w => w.Replace("-", "", StringComparison.Ordinal));
        return string.Join(' ', compounds.Prepend(title));
    }

    private SearchQuestion Read(string typed, bool loose)
    {
        var words = TypedIn(TypedText.Clean(typed, MostTyped) ?? "").Take(MostWords).ToList();
        var concepts = new List<SearchConcept>();
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var approximate = false;
        var foreign = 0;
        for (var at = 0; at < words.Count; )
        {
            var (length, meanings) = SaidAt(words, at);
            var said = words.GetRange(at, length);
            at += length;
            if (meanings.Any(m => m.SaysNothing))
            {
                continue;
            }

            if (!asked.Add(string.Join(' ', said.Select(w => w.Reader.Stem))))
            {
                continue;
            }

            var readings = new List<SearchReading>();
            if (meanings.Count == 0 && at < words.Count && Joined(said[0], words[at]) is { } joined)
            {
                // « click worker », « post-éditeur »: typed in two words, and known in one.
                readings.Add(new([joined], 1));
                said.Add(words[at++]);
            }
            else if (meanings.Count == 0 && Halves(said[0]) is { } halves)
            {
                readings.Add(new(halves, 1));
            }

            if (!meanings.Any(m => m.Conditions.Count + m.Studies.Count > 0))
            {
                readings.Add(new([.. said.Select(w => Ask(w, ref approximate, loose, forgiving: meanings.Count + readings.Count == 0))], 1));
            }

            foreach (var meaning in meanings)
            {
                readings.AddRange(
                    meaning.Means.Select(TypedIn).Where(m => m.Count > 0).Select(m => new SearchReading([.. m.Select(AskMeant)], MeaningWorth))
                );
                readings.AddRange(
                    meaning
                        .Conditions.Select(SearchMeaning.Mark)
                        .Concat(meaning.Studies.Select(SearchMeaning.Mark))
                        .Select(m => new SearchReading(
                            [AskTerms(_marks.TryGetValue(m, out var term) ? [new AskedTerm(term, 1, false)] : [])],
                            MeaningWorth
                        ))
                );
            }

            if (_tongues.Count > 1 && said.TrueForAll(w => w.IsEmptyElsewhere) && readings.TrueForAll(r => r.Words.All(w => w.Terms.Count == 0)))
            {
                foreign++;
                continue;
            }

            concepts.Add(new SearchConcept(readings));
        }

        // « pour » says nothing in the French of the guides, and in the reader's own language it is no word that they have.
        return new SearchQuestion(concepts.Count == 0 && foreign > 0 ? [new SearchConcept([])] : concepts, approximate);
    }

    /// <summary>The words of a text as the reader's language has them, each with what it is in the other languages of the index.</summary>
    private List<TypedWord> TypedIn(string text)
    {
        var own = _tongues[0].Words.Words(text);
        if (_tongues.Count == 1)
        {
            return [.. own.Select(w => new TypedWord([w]))];
        }

        var others = _tongues.Skip(1).Select(t => t.Words.Words(text).ToLookup(w => w.Piece)).ToList();
        var typed = new List<TypedWord>();
        foreach (var word in own)
        {
            var before = typed.Count(w => w.Reader.Piece == word.Piece);
            typed.Add(new TypedWord([word, .. others.Select(o => In(o[word.Piece].Skip(before)))]));

            SearchWord? In(IEnumerable<SearchWord> words) =>
                words.Select(w => (SearchWord?)(word.IsDenied ? LanguageWords.Denied(w) : w)).FirstOrDefault();
        }

        return typed;
    }

    private IEnumerable<(SearchTongue Tongue, SearchWord Word)> InEach(TypedWord typed) =>
        _tongues.Zip(typed.ByTongue).Where(t => t.Second is not null).Select(t => (t.First, t.Second!.Value));

    /// <summary>Two words that were typed, where some language of the index knows them as one.</summary>
    private AskedWord? Joined(TypedWord first, TypedWord second)
    {
        var terms = new List<AskedTerm>();
        foreach (var (tongue, one, next) in _tongues.Zip(first.ByTongue, second.ByTongue))
        {
            if (one is { } start && next is { } end && tongue.Knows(start.Text + end.Text))
            {
                terms.AddRange(Meant(tongue, tongue.Words.Word(start.Text + end.Text, start.Text + end.Stem)));
            }
        }

        return terms.Count > 0 ? AskTerms(terms) : null;
    }

    /// <summary>Two known words that were typed as one, which is not known: « datalabeler ».</summary>
    private AskedWord[]? Halves(TypedWord typed)
    {
        if (InEach(typed).Any(t => t.Tongue.Knows(t.Word.Text)))
        {
            return null;
        }

        foreach (var (tongue, word) in InEach(typed))
        {
            for (var at = ShortestHalf; at <= word.Text.Length - ShortestHalf; at++)
            {
                var (first, second) = (word.Text[..at], word.Text[at..]);
                if (tongue.Knows(first) && tongue.Knows(second))
                {
                    return [.. new[] { first, second }.Select(half => AskTerms(Meant(tongue, tongue.Words.Word(half, half))))];
                }
            }
        }

        return null;
    }

    /// <summary>The longest known phrase that begins at a word, with all it means; else the word alone.</summary>
    private (int Length, List<SearchMeaning> Meanings) SaidAt(List<TypedWord> words, int at)
    {
        var (longest, meanings) = (1, new List<SearchMeaning>());
        foreach (var (stems, meaning) in _meanings.GetValueOrDefault(words[at].Reader.Stem, []))
        {
            if (
                stems.Length < longest
                || at + stems.Length > words.Count
                || !stems.SequenceEqual(words.Skip(at).Take(stems.Length).Select(w => w.Reader.Stem))
            )
            {
                continue;
            }

            if (stems.Length > longest)
            {
                (longest, meanings) = (stems.Length, []);
            }

            meanings.Add(meaning);
        }

        return (longest, meanings);
    }

    private AskedWord Ask(TypedWord typed, ref bool approximate, bool loose, bool forgiving)
    {
        var terms = new List<AskedTerm>();
        foreach (var (tongue, word) in InEach(typed))
        {
            var isThere = tongue.Terms.ContainsKey(word.Base);
            terms.AddRange(Existing(tongue, word.Base, 1));
            terms.AddRange(Existing(tongue, SearchTongue.StemKey(word.Stem), StemWorth, titlesOnly: isThere));
            terms.AddRange(word.Doer is { } doer ? Existing(tongue, doer, StemWorth, titlesOnly: true) : []);
            terms.AddRange(Like(tongue, tongue.TitleWordsBeginningWith(word.Text), BeginningWorth));
        }

        if (forgiving && !InEach(typed).Any(t => t.Tongue.Terms.ContainsKey(t.Word.Base)))
        {
            var known = terms.Count > 0;
            terms.AddRange(InEach(typed).SelectMany(t => Like(t.Tongue, t.Tongue.TitleWordsNear(t.Word.Text, loose), LikenessWorth)));
            approximate |= !known && terms.Count > 0;
        }

        return AskTerms(terms);
    }

    private AskedWord AskMeant(TypedWord typed) => AskTerms(InEach(typed).SelectMany(t => Meant(t.Tongue, t.Word)));

    private static IEnumerable<AskedTerm> Meant(SearchTongue tongue, SearchWord word) =>
        [.. Existing(tongue, word.Base, 1), .. Existing(tongue, SearchTongue.StemKey(word.Stem), StemWorth)];

    private AskedWord AskTerms(IEnumerable<AskedTerm> terms)
    {
        var asked = terms.ToList();
        var held = asked.Count == 0 ? 0 : asked.Max(t => _postings[t.Term].Length);
        return new AskedWord(asked, (float)Math.Log(1 + (_documents.Count - held + 0.5) / (held + 0.5)));
    }

    private static IEnumerable<AskedTerm> Existing(SearchTongue tongue, string key, float worth, bool titlesOnly = false)
    {
        if (tongue.Terms.TryGetValue(key, out var term))
        {
            yield return new AskedTerm(term, worth, titlesOnly);
        }
    }

    private static IEnumerable<AskedTerm> Like(SearchTongue tongue, IEnumerable<string> titleWords, float worth) =>
        titleWords
            .Select(w => tongue.TitleWords[w])
            .Distinct()
            .Take(MostLikeWords)
            .Select(w => new AskedTerm(tongue.Terms[w], worth, TitlesOnly: true, IsLike: true));

    /// <summary>The passages of a document in which a concept stands; whether a title has it; the mark by which it fits.</summary>
    private (List<ushort> Passages, bool IsTitled, string? Mark) Places(SearchConcept concept, int document)
    {
        var passages = new List<ushort>();
        var (isTitled, mark) = (false, (string?)null);
        foreach (var reading in concept.Readings)
        {
            List<ushort>? together = null;
            var titled = true;
            foreach (var word in reading.Words)
            {
                var stands = new List<ushort>();
                var inTitle = false;
                foreach (var term in word.Terms)
                {
                    if (PostingOf(term.Term, document) is not { } posting || term.TitlesOnly && posting.Title == 0)
                    {
                        continue;
                    }

                    inTitle |= posting.Title > 0;
                    stands.AddRange(_passages.AsSpan(posting.FirstPassage, posting.PassageCount));
                    if (posting.PassageCount == 0)
                    {
                        mark ??= _keys[term.Term];
                    }
                }

                titled &= inTitle;
                together = together is null ? stands : [.. together.Intersect(stands)];
            }

            isTitled |= titled;
            passages.AddRange(together ?? []);
        }

        return ([.. passages.Distinct()], isTitled, mark);
    }

    private Posting? PostingOf(int term, int document)
    {
        var postings = _postings[term];
        var (low, high) = (0, postings.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (postings[middle].Document == document)
            {
                return postings[middle];
            }

            (low, high) = postings[middle].Document < document ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>A document that has a term: what it counts in the titles and elsewhere, and where its passages lie in the common list.</summary>
    private readonly record struct Posting(int Document, float Title, float Rest, int FirstPassage, int PassageCount);

    /// <summary>A word that was typed: in the reader's language, and what each other language of the index makes of it.</summary>
    private sealed record TypedWord(IReadOnlyList<SearchWord?> ByTongue)
    {
        public SearchWord Reader => ByTongue[0]!.Value;

        public bool IsEmptyElsewhere => ByTongue.Skip(1).All(w => w is null);
    }

    private sealed class TermUse
    {
        public int[] Counts { get; } = new int[Enum.GetValues<SearchField>().Length];

        public List<ushort> Passages { get; } = [];
    }

    /// <summary>What each document has of a question.</summary>
    private sealed class Tally
    {
        private readonly SearchIndex _index;
        private readonly SearchQuestion _question;
        private readonly float[] _scores;

        public Tally(SearchIndex index, SearchQuestion question)
        {
            _index = index;
            _question = question;
            var count = index._documents.Count;
            (_scores, Found, Titled) = (new float[count], new uint[count], new uint[count]);
            All = (1u << question.Concepts.Count) - 1;
            var best = new float[count];
            var all = new float[count];
            var sums = new float[count];
            var word = new float[count];
            var had = new int[count];
            var titled = new int[count];
            for (var c = 0; c < question.Concepts.Count; c++)
            {
                Array.Clear(best);
                Array.Clear(all);
                foreach (var reading in question.Concepts[c].Readings)
                {
                    Array.Clear(sums);
                    Array.Clear(had);
                    Array.Clear(titled);
                    foreach (var asked in reading.Words)
                    {
                        Weigh(asked, word, sums, had, titled);
                    }

                    for (var d = 0; d < count; d++)
                    {
                        if (had[d] < reading.Words.Count)
                        {
                            continue;
                        }

                        Found[d] |= 1u << c;
                        best[d] = Math.Max(best[d], reading.Worth * sums[d]);
                        all[d] += reading.Worth * sums[d];
                        if (titled[d] == reading.Words.Count)
                        {
                            Titled[d] |= 1u << c;
                        }
                    }
                }

                for (var d = 0; d < count; d++)
                {
                    _scores[d] += best[d] + FurtherReadings * (all[d] - best[d]);
                }
            }
        }

        /// <summary>A bit for each concept: all of them.</summary>
        public uint All { get; }

        /// <summary>The concepts that a document has somewhere.</summary>
        public uint[] Found { get; }

        /// <summary>The concepts that a document has in its titles.</summary>
        public uint[] Titled { get; }

        public List<int> Ranked(Func<int, bool> passes) =>
            [.. Enumerable.Range(0, _scores.Length).Where(d => Found[d] != 0 && passes(d)).OrderByDescending(d => _scores[d]).ThenBy(d => d)];

        /// <summary>Words that are not in the titles must stand in one passage: scattered over a long guide they mean nothing.</summary>
        public bool HangsTogether(int document)
        {
            List<ushort>? together = null;
            var loose = Found[document] & ~Titled[document];
            if (BitOperations.PopCount(loose) < 2 && !_question.Concepts.Any(c => c.Readings.Any(r => r.Words.Count > 1)))
            {
                return true;
            }

            for (var c = 0; c < _question.Concepts.Count; c++)
            {
                if ((loose & 1u << c) == 0)
                {
                    continue;
                }

                var (passages, _, mark) = _index.Places(_question.Concepts[c], document);
                if (mark is not null)
                {
                    continue;
                }

                together = together is null ? passages : [.. together.Intersect(passages)];
                if (together.Count == 0)
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>Adds what one word counts in each document; likenesses do not add up, the best of them counts.</summary>
        private void Weigh(AskedWord asked, float[] word, float[] sums, int[] had, int[] titled)
        {
            Array.Clear(word);
            var touched = new List<int>();
            var inTitle = new HashSet<int>();
            var likest = new Dictionary<int, float>();
            foreach (var term in asked.Terms)
            {
                foreach (ref readonly var posting in _index._postings[term.Term].AsSpan())
                {
                    var worth = asked.Rarity * term.Worth * (posting.Title + (term.TitlesOnly ? 0 : posting.Rest));
                    if (worth <= 0)
                    {
                        continue;
                    }

                    var d = posting.Document;
                    if (word[d] == 0)
                    {
                        touched.Add(d);
                        had[d]++;
                    }

                    if (posting.Title > 0 && inTitle.Add(d))
                    {
                        titled[d]++;
                    }

                    word[d] += term.IsLike ? Math.Max(0, worth - likest.GetValueOrDefault(d)) : worth;
                    if (term.IsLike)
                    {
                        likest[d] = Math.Max(worth, likest.GetValueOrDefault(d));
                    }
                }
            }

            foreach (var d in touched)
            {
                sums[d] += word[d];
            }
        }
    }
}
