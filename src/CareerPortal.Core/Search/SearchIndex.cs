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
    private const int ShortestBeginning = 3;
    private const int ShortestLoose = 6;
    private const int ShortestHalf = 4;

    private const float StemWorth = 0.5f;
    private const float BeginningWorth = 0.6f;
    private const float LikenessWorth = 0.7f;
    private const float MeaningWorth = 0.9f;

    /// <summary>Of what the other readings of a concept count beside the best one.</summary>
    private const float FurtherReadings = 0.25f;

    /// <summary>How fast a word repeated in one field stops to count more (BM25's k1).</summary>
    private const float Saturation = 1.2f;

    private readonly FrenchWords _words;
    private readonly IReadOnlyList<SearchDocument> _documents;
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];
    private readonly Posting[][] _postings;
    private readonly ushort[] _passages;
    private readonly string[] _titleWords;
    private readonly Dictionary<string, List<(string[] Stems, SearchMeaning Meaning)>> _meanings = new(StringComparer.Ordinal);

    public SearchIndex(IReadOnlyList<SearchDocument> documents, IEnumerable<SearchMeaning> meanings, FrenchWords words)
    {
        _documents = documents;
        _words = words;
        var postings = new List<List<Posting>>();
        var passages = new List<ushort>();
        var titleWords = new SortedSet<string>(StringComparer.Ordinal);
        for (var document = 0; document < documents.Count; document++)
        {
            Add(document, postings, passages, titleWords);
        }

        _postings = [.. postings.Select(p => p.ToArray())];
        _passages = [.. passages];
        _titleWords = [.. titleWords];
        foreach (var meaning in meanings)
        {
            foreach (var said in meaning.Said)
            {
                var stems = words.Words(said).Select(w => w.Stem).ToArray();
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
        var keys = question
            .Concepts.SelectMany(c => c.Readings)
            .SelectMany(r => r.Words)
            .SelectMany(w => w.Terms)
            .Select(t => _keys[t.Term])
            .ToHashSet(StringComparer.Ordinal);
        return new SearchExcerpt(
            shown.Field,
            ExcerptCut.Cut(shown.Text, IsFound, whole: shown.Field != SearchField.Text && shown.Field != SearchField.Fact)
        );

        bool IsFound(string word)
        {
            var folded = FrenchWords.Fold(word);
            var known = new SearchWord(folded, "").Base;
            return keys.Contains(known)
                || keys.Contains(FrenchWords.Without + known)
                || _words.Words(folded).Any(w => keys.Contains(StemKey(w.Stem)));
        }
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

    private static string StemKey(string stem) => "~" + stem;

    private static string MarkKey(string mark) => "=" + mark;

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

    private void Add(int document, List<List<Posting>> postings, List<ushort> passages, SortedSet<string> titleWords)
    {
        var uses = new Dictionary<int, TermUse>();
        var lengths = new int[Enum.GetValues<SearchField>().Length];
        var texts = _documents[document].Passages;
        for (var passage = 0; passage < Math.Min(texts.Count, ushort.MaxValue); passage++)
        {
            var field = texts[passage].Field;
            var written = texts[passage].Text;
            var isTitle = field is SearchField.Title or SearchField.OtherTitle;
            foreach (var word in _words.Words(isTitle ? WithCompounds(written) : written))
            {
                lengths[(int)field]++;
                Use(word.Base, field, (ushort)passage);
                if (field != SearchField.Text)
                {
                    Use(StemKey(word.Stem), field, (ushort)passage);
                }

                if (isTitle)
                {
                    titleWords.Add(word.Text);
                }
            }
        }

        foreach (var mark in _documents[document].Marks)
        {
            Use(MarkKey(mark), SearchField.Fact, null);
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

        void Use(string key, SearchField field, ushort? passage)
        {
            ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, key, out var known);
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
        var words = _words.Words(TypedText.Clean(typed, MostTyped) ?? "").Take(MostWords).ToList();
        var concepts = new List<SearchConcept>();
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var approximate = false;
        for (var at = 0; at < words.Count; )
        {
            var (length, meanings) = SaidAt(words, at);
            var said = words.GetRange(at, length);
            at += length;
            if (meanings.Any(m => m.SaysNothing))
            {
                continue;
            }

            if (!asked.Add(string.Join(' ', said.Select(w => w.Stem))))
            {
                continue;
            }

            var readings = new List<SearchReading>();
            if (meanings.Count == 0 && at < words.Count && IsTerm(said[0].Text + words[at].Text))
            {
                // « click worker », « post-éditeur »: typed in two words, and known in one.
                var joined = new SearchWord(said[0].Text + words[at].Text, said[0].Text + words[at].Stem);
                readings.Add(new([AskMeant(joined)], 1));
                said.Add(words[at++]);
            }
            else if (meanings.Count == 0 && Halves(said[0]) is { } halves)
            {
                readings.Add(new([.. halves.Select(AskMeant)], 1));
            }

            if (!meanings.Any(m => m.Conditions.Count + m.Studies.Count > 0))
            {
                readings.Add(new([.. said.Select(w => Ask(w, ref approximate, loose, forgiving: meanings.Count + readings.Count == 0))], 1));
            }

            foreach (var meaning in meanings)
            {
                readings.AddRange(
                    meaning
                        .Means.Select(m => _words.Words(m))
                        .Where(m => m.Count > 0)
                        .Select(m => new SearchReading([.. m.Select(w => AskMeant(w))], MeaningWorth))
                );
                readings.AddRange(
                    meaning
                        .Conditions.Select(SearchMeaning.Mark)
                        .Concat(meaning.Studies.Select(SearchMeaning.Mark))
                        .Select(m => new SearchReading([AskTerms(Existing(MarkKey(m), 1))], MeaningWorth))
                );
            }

            concepts.Add(new SearchConcept(readings));
        }

        return new SearchQuestion(concepts, approximate);
    }

    private bool IsTerm(string word) => _terms.ContainsKey(new SearchWord(word, "").Base);

    /// <summary>Two known words that were typed as one, which is not known: « datalabeler ».</summary>
    private SearchWord[]? Halves(SearchWord word)
    {
        for (var at = ShortestHalf; !IsTerm(word.Text) && at <= word.Text.Length - ShortestHalf; at++)
        {
            if (IsTerm(word.Text[..at]) && IsTerm(word.Text[at..]))
            {
                return [new SearchWord(word.Text[..at], word.Text[..at]), new SearchWord(word.Text[at..], word.Text[at..])];
            }
        }

        return null;
    }

    /// <summary>The longest known phrase that begins at a word, with all it means; else the word alone.</summary>
    private (int Length, List<SearchMeaning> Meanings) SaidAt(List<SearchWord> words, int at)
    {
        var (longest, meanings) = (1, new List<SearchMeaning>());
        foreach (var (stems, meaning) in _meanings.GetValueOrDefault(words[at].Stem, []))
        {
            if (
                stems.Length < longest
                || at + stems.Length > words.Count
                || !stems.SequenceEqual(words.Skip(at).Take(stems.Length).Select(w => w.Stem))
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

    private AskedWord Ask(SearchWord word, ref bool approximate, bool loose, bool forgiving)
    {
        var terms = new List<AskedTerm>();
        terms.AddRange(Existing(word.Base, 1));
        terms.AddRange(Existing(StemKey(word.Stem), StemWorth, titlesOnly: terms.Count > 0));
        terms.AddRange(word.Doer is { } doer ? Existing(doer, StemWorth, titlesOnly: true) : []);
        terms.AddRange(Like(TitleWordsBeginningWith(word.Text), BeginningWorth));
        if (forgiving && !_terms.ContainsKey(word.Base))
        {
            var known = terms.Count > 0;
            terms.AddRange(Like(TitleWordsNear(word.Text, loose), LikenessWorth));
            approximate |= !known && terms.Count > 0;
        }

        return AskTerms(terms);
    }

    private AskedWord AskMeant(SearchWord word) => AskTerms([.. Existing(word.Base, 1), .. Existing(StemKey(word.Stem), StemWorth)]);

    private AskedWord AskTerms(IEnumerable<AskedTerm> terms)
    {
        var asked = terms.ToList();
        var held = asked.Count == 0 ? 0 : asked.Max(t => _postings[t.Term].Length);
        return new AskedWord(asked, (float)Math.Log(1 + (_documents.Count - held + 0.5) / (held + 0.5)));
    }

    private IEnumerable<AskedTerm> Existing(string key, float worth, bool titlesOnly = false)
    {
        if (_terms.TryGetValue(key, out var term))
        {
            yield return new AskedTerm(term, worth, titlesOnly);
        }
    }

    private IEnumerable<AskedTerm> Like(IEnumerable<string> titleWords, float worth) =>
        titleWords
            .Select(w => new SearchWord(w, "").Base)
            .Distinct()
            .Take(MostLikeWords)
            .Select(w => new AskedTerm(_terms[w], worth, TitlesOnly: true, IsLike: true));

    private IEnumerable<string> TitleWordsBeginningWith(string beginning) =>
        beginning.Length < ShortestBeginning
            ? []
            : TitleWordsFrom(beginning).TakeWhile(w => w.StartsWith(beginning, StringComparison.Ordinal)).Where(w => w != beginning);

    /// <summary>
    /// The title words with the fewest slips, among those with the same first letter: that one is seldom missed.
    /// A short word may lack a letter or have two swapped, no more.
    /// </summary>
    private List<string> TitleWordsNear(string typed, bool loose)
    {
        var most = TypingDistance.Forgiven(typed.Length) + (loose && typed.Length >= ShortestLoose ? 1 : 0);
        if (most == 0)
        {
            return [];
        }

        var near = TitleWordsFrom(typed[..1])
            .TakeWhile(w => w[0] == typed[0])
            .Where(w => TypingDistance.IsWithin(typed, w, most))
            .Where(w => typed.Length >= ShortestLoose || w.Length > typed.Length || w.Order().SequenceEqual(typed.Order()))
            .ToList();
        for (var fewer = most - 1; fewer > 0 && near.Count > 1; fewer--)
        {
            var nearer = near.Where(w => TypingDistance.IsWithin(typed, w, fewer)).ToList();
            near = nearer.Count > 0 ? nearer : near;
        }

        return near;
    }

    private IEnumerable<string> TitleWordsFrom(string beginning)
    {
        var at = Array.BinarySearch(_titleWords, beginning, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at; i < _titleWords.Length; i++)
        {
            yield return _titleWords[i];
        }
    }

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
                        mark ??= _keys[term.Term][1..];
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
