using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;

namespace CareerPortal.Search;

/// <summary>
/// Thousands of occupations by their names: each name answers for itself, so that what is called exactly so comes before what merely has the word,
/// and an occupation with many names does not drown one with few.
/// </summary>
/// <remarks>
/// Built once for each state of the content. A search reads the postings of the words asked; only a word that stands nowhere is compared with all
/// words, for its spelling.
/// </remarks>
public sealed class OccupationIndex
{
    private const int MostTyped = 200;
    private const int MostWords = 12;
    private const int MostBeginnings = 400;
    private const int ShortestBeginning = 3;

    /// <summary>Where fewer than a page have all the words, those whose title begins with the same rare word are put behind them.</summary>
    private const int Few = 10;
    private const int MostNamesakes = 25;
    private const float NamesakeWorth = 0.2f;

    private const float StemWorth = 0.55f;
    private const float DoerWorth = 0.6f;
    private const float GroupWorth = 0.35f;
    private const float MarkWorth = 0.12f;
    private const float MeaningWorth = 0.95f;
    private const float FurtherMeanings = 0.3f;
    private const float SaidWorth = 0.9f;
    private const float OtherLanguageWorth = 0.65f;
    private const float MostMarks = 0.2f;

    /// <summary>A mark that one occupation of so many has is as specific as any; what most have says little.</summary>
    private const float SpecificShare = 60;

    private readonly IReadOnlyList<SoughtOccupation> _occupations;
    private readonly List<NameLexicon> _lexicons;
    private readonly List<HeldName> _names = [];
    private readonly Dictionary<string, List<(int Occupation, float Worth)>> _marks = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Language, string Stem), List<(SearchWord[] Said, SearchMeaning Meaning)>> _meanings = [];
    private readonly ConcurrentDictionary<SearchMeaning, Dictionary<int, Best>> _meant = new();
    private readonly float[] _ownNames;
    private readonly double _all;

    public OccupationIndex(IReadOnlyList<SoughtOccupation> occupations, IEnumerable<SearchMeaning> meanings, PortalWords words)
    {
        _occupations = occupations;
        _lexicons = [.. Languages.All.Select(l => new NameLexicon(l, words.In(l)))];
        _ownNames = new float[occupations.Count];
        AddNames();
        AddGroups();
        _all = _names.Count;
        _lexicons.ForEach(l => l.Settle());
        foreach (var name in CollectionsMarshal.AsSpan(_names))
        {
            // What stands in brackets explains a name: it does not make it longer.
            var bracket = name.Text.IndexOf('(', StringComparison.Ordinal);
            var own =
                bracket > 0 ? _lexicons[name.Lexicon].Words.Words(name.Text[..bracket]).Select(w => w.Base).Distinct().Count() : name.Terms.Count;
            name.Rarity = name.Terms.Take(own).Sum(t => RarityOf(name.Lexicon, t));
        }

        foreach (var meaning in meanings)
        {
            foreach (var said in meaning.Said)
            {
                var read = words.In(meaning.Language).Words(said).ToArray();
                if (read.Length > 0)
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(_meanings, (meaning.Language, read[0].Stem), out _) ??= []).Add((read, meaning));
                }
            }
        }
    }

    /// <summary>How many names it holds.</summary>
    public int NameCount => _names.Count;

    /// <summary>The occupations that answer what a reader of a language typed; names in the other languages count less.</summary>
    public OccupationAnswer Find(string typed, string language)
    {
        var asked = Read(typed, language, loose: false);
        if (asked.Words.Count == 0)
        {
            return new OccupationAnswer([]) { AsksNothing = true };
        }

        var segments = SegmentsOf(asked, out var plain);
        if (plain.Count == 0 && segments.Count == 0)
        {
            return new OccupationAnswer([]) { AsksNothing = true };
        }

        var whole = Evaluate(
            [.. plain.Select(w => Ask(w, plain, asked, forgiving: segments.Count == 0, said: segments.Exists(s => s.Has(w))))],
            asked.Own,
            out var partly
        );
        if (segments.Count == 0 && plain.Count > 1 && whole.Count is > 0 and < Few)
        {
            AddNamesakes(Ask(plain[0], [], asked, forgiving: false), whole);
        }

        if (segments.Count > 0)
        {
            Combine(segments, whole, asked, out partly);
        }

        var partial = whole.Count == 0 && partly.Count > 0;
        var hits = Ranked(partial ? partly : whole);
        return new OccupationAnswer(hits)
        {
            Approximate = asked.Approximate && hits.Count > 0,
            Partial = partial,
            Understood = [.. segments.SelectMany(s => s.Meanings).SelectMany(MarksOf).Distinct(StringComparer.Ordinal).Where(_marks.ContainsKey)],
        };
    }

    /// <summary>The occupations with the names nearest to words that found nothing.</summary>
    public IReadOnlyList<OccupationHit> Nearest(string typed, string language, int most)
    {
        var asked = Read(typed, language, loose: true);
        var near = Evaluate([.. asked.Words.Select(w => Ask(w, asked.Words, asked, forgiving: true))], asked.Own, out var partly, least: 0.01f);
        return [.. Ranked(near.Count > 0 ? near : partly).Take(most)];
    }

    private Asked Read(string typed, string language, bool loose)
    {
        var text = TypedText.Clean(typed, MostTyped) ?? "";
        var own = _lexicons.FindIndex(l => l.Language == language);
        return new Asked([.. _lexicons.Select(l => l.Words.Words(text).Take(MostWords).ToList())], own, loose);
    }

    private static void Keep(Dictionary<int, Best> found, int occupation, float score, int name)
    {
        ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(found, occupation, out var known);
        if (!known || score > best.Score)
        {
            best = new Best(score, name);
        }
    }

    private List<OccupationHit> Ranked(Dictionary<int, Best> found) =>
        [
            .. found
                .OrderByDescending(f => f.Value.Score)
                .ThenBy(f => f.Key)
                .Select(f => new OccupationHit(
                    f.Key,
                    f.Value.Score,
                    f.Value.Name < 0 ? null : _names[f.Value.Name].Text,
                    f.Value.Name < 0 ? null : _lexicons[_names[f.Value.Name].Lexicon].Language
                )),
        ];

    private void AddNames()
    {
        for (var o = 0; o < _occupations.Count; o++)
        {
            var own = new List<HeldName>();
            foreach (var name in _occupations[o].Names)
            {
                var at = _lexicons.FindIndex(l => l.Language == name.Language);
                var lexicon = _lexicons[at];
                var words = lexicon.Words.Words(name.Text);
                if (
                    lexicon.KnownTerms(words) is { } terms
                    && own.Exists(h => h.Lexicon == at && h.Worth >= name.Worth && h.Terms.SequenceEqual(terms))
                )
                {
                    lexicon.Remember(words);
                    continue;
                }

                var held = new HeldName(name.Text, at, name.Worth, [o], IsGroup: false);
                held.Terms.AddRange(lexicon.Add(_names.Count, name.Text, words));
                _names.Add(held);
                own.Add(held);
            }

            _ownNames[o] = own.Count;
            foreach (var (mark, worth) in _occupations[o].Marks)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_marks, mark, out _) ??= []).Add((o, worth));
            }
        }
    }

    private void AddGroups()
    {
        var french = _lexicons.FindIndex(l => l.Language == Languages.Default);
        var groups = _occupations
            .SelectMany((o, at) => o.Groups.Select(g => (Group: g, At: at)))
            .GroupBy(g => g.Group, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var held = new HeldName(group.Key, french, GroupWorth, [.. group.Select(g => g.At).Distinct()], IsGroup: true);
            held.Terms.AddRange(_lexicons[french].Add(_names.Count, group.Key, _lexicons[french].Words.Words(group.Key)));
            _names.Add(held);
        }
    }

    private float WorthOf(HeldName name, int own) =>
        name.Lexicon == own || _lexicons[name.Lexicon].Language == Languages.Default ? name.Worth : name.Worth * OtherLanguageWorth;

    private float RarityOf(int lexicon, int term) => (float)Math.Log(1 + _all / (_lexicons[lexicon][term].Length + 1.0));

    /// <summary>The known phrases in what was typed; and the words without those that say nothing, unless all of them do.</summary>
    private List<Segment> SegmentsOf(Asked asked, out List<SearchWord> plain)
    {
        var words = asked.Words;
        var segments = new List<Segment>();
        plain = [];
        var run = new List<SearchWord>();
        var empty = new List<(List<SearchWord> Words, List<SearchMeaning> Meanings)>();
        var known = false;
        for (var at = 0; at < words.Count; )
        {
            var (length, meanings) = SaidAt(_lexicons[asked.Own], words, at);
            var said = words.GetRange(at, length);
            at += length;
            if (meanings.Exists(m => m.SaysNothing))
            {
                empty.Add((said, meanings));
                continue;
            }

            plain.AddRange(said);
            if (meanings.Count == 0)
            {
                run.AddRange(said);
                continue;
            }

            known = true;
            Close();
            segments.Add(new Segment(said, meanings));
        }

        Close();
        if (plain.Count == 0)
        {
            foreach (var (said, meanings) in empty)
            {
                var rest = meanings.FindAll(m => !m.SaysNothing);
                if (rest.Count > 0)
                {
                    plain.AddRange(said);
                    segments.Add(new Segment(said, rest));
                    known = true;
                }
            }
        }

        return known ? segments : [];

        void Close()
        {
            if (run.Count > 0)
            {
                segments.Add(new Segment([.. run], []));
                run.Clear();
            }
        }
    }

    private (int Length, List<SearchMeaning> Meanings) SaidAt(NameLexicon lexicon, List<SearchWord> words, int at)
    {
        var (longest, meanings) = (1, new List<SearchMeaning>());
        foreach (var (said, meaning) in _meanings.GetValueOrDefault((lexicon.Language, words[at].Stem), []))
        {
            if (said.Length < longest || at + said.Length > words.Count || !said.Index().All(s => IsSaid(s.Item, words[at + s.Index])))
            {
                continue;
            }

            if (said.Length > longest)
            {
                (longest, meanings) = (said.Length, []);
            }

            meanings.Add(meaning);
        }

        return (longest, meanings);

        // « Numérisation » stands in names of its own and is not « numérique », though both have one stem.
        bool IsSaid(SearchWord said, SearchWord word) => said.Stem == word.Stem && (said.Base == word.Base || lexicon.Exact(word.Base) is null);
    }

    private List<AskedName> Ask(SearchWord word, List<SearchWord> plain, Asked asked, bool forgiving, bool said = false)
    {
        var isLast = plain.Count > 0 && word.Piece == plain[^1].Piece && word.Text == plain[^1].Text;
        var terms = new List<AskedName>();
        for (var l = 0; l < _lexicons.Count; l++)
        {
            // What another language makes of the same word; the reader's own where it leaves the word out.
            var found = asked.Readings[l].FindIndex(w => w.Piece == word.Piece && (l != asked.Own || w.Text == word.Text));
            var same = found < 0 ? word : asked.Readings[l][found];
            var lexicon = _lexicons[l];
            var isThere = lexicon.Exact(same.Base) is not null;
            if (lexicon.Exact(same.Base) is { } exact)
            {
                terms.Add(new AskedName(l, exact, 1));
            }

            terms.AddRange(said && isThere ? [] : lexicon.ByStem(same.Stem).Select(t => new AskedName(l, t, StemWorth)));
            if (same.Doer is { } doer && lexicon.Exact(doer) is { } who)
            {
                terms.Add(new AskedName(l, who, DoerWorth));
            }

            if (!said && (same.Text.Length >= ShortestBeginning || isLast && plain.Count > 1))
            {
                var weight = isThere ? 0.55f : 1;
                terms.AddRange(
                    lexicon.Beginning(same.Text).Take(MostBeginnings).Select(b => new AskedName(l, b.Term, weight * (0.6f + 0.35f * b.Share)))
                );
            }
        }

        if (forgiving && terms.Count == 0)
        {
            var best = 0f;
            for (var l = 0; l < _lexicons.Count; l++)
            {
                var (near, worth) = _lexicons[l].Near(word.Text, asked.Loose);
                if (worth > best)
                {
                    terms.Clear();
                    best = worth;
                }

                if (worth >= best)
                {
                    terms.AddRange(near.Select(t => new AskedName(l, t, worth)));
                }
            }

            asked.Approximate |= terms.Count > 0;
        }

        return terms;
    }

    private List<AskedName> AskExactly(SearchWord word, NameLexicon lexicon)
    {
        var l = _lexicons.IndexOf(lexicon);
        return lexicon.Exact(word.Base) is { } exact
            ? [new AskedName(l, exact, 1)]
            : [.. lexicon.ByStem(word.Stem).Select(t => new AskedName(l, t, StemWorth))];
    }

    /// <summary>What each occupation counts that has all the words, in one of its names or else in several; and those that have most.</summary>
    private Dictionary<int, Best> Evaluate(List<List<AskedName>> words, int own, out Dictionary<int, Best> partly, float least = 0.6f)
    {
        var found = new Dictionary<int, Best>();
        partly = [];
        if (words.Count == 0)
        {
            return found;
        }

        var hits = new Dictionary<int, NameHit>();
        var rarities = new float[words.Count];
        for (var w = 0; w < words.Count; w++)
        {
            var bit = 1u << w;
            rarities[w] =
                words[w].Count == 0 ? (float)Math.Log(1 + _all)
                : words[w].MaxBy(t => t.Worth) is var top ? RarityOf(top.Lexicon, top.Term)
                : 0;
            foreach (var term in words[w].OrderByDescending(t => t.Worth))
            {
                var rarity = RarityOf(term.Lexicon, term.Term);
                foreach (var (name, isFirst) in _lexicons[term.Lexicon][term.Term])
                {
                    ref var hit = ref CollectionsMarshal.GetValueRefOrAddDefault(hits, name, out _);
                    if ((hit.Words & bit) == 0)
                    {
                        hit.Words |= bit;
                        hit.Got += rarities[w] * term.Worth;
                        hit.Covered += rarity;
                        hit.IsFirst |= isFirst;
                    }
                }
            }
        }

        var asked = rarities.Sum();
        var all = (1u << words.Count) - 1;
        var counts = new Dictionary<int, int>();
        foreach (var (name, hit) in hits)
        {
            var held = _names[name];
            var share = Math.Min(1, hit.Covered / Math.Max(held.Rarity, 0.01f));
            var score = WorthOf(held, own) * hit.Got / asked * (held.IsGroup ? 1 : 0.5f + 0.35f * share + (hit.IsFirst ? 0.15f : 0));
            var into =
                hit.Words == all ? found
                : hit.Got / asked >= least ? partly
                : null;
            if (into is null)
            {
                continue;
            }

            foreach (var occupation in held.Occupations)
            {
                Keep(into, occupation, score, held.IsGroup ? -1 : name);
                if (hit.Words == all && !held.IsGroup)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, occupation, out _)++;
                }
            }
        }

        if (words.Count > 1)
        {
            Gather(words.Count, own, hits, found, asked, rarities);
        }

        foreach (var (occupation, count) in counts)
        {
            ref var best = ref CollectionsMarshal.GetValueRefOrNullRef(found, occupation);
            best = best with { Score = best.Score + 0.08f * count / _ownNames[occupation] + 0.004f * MathF.Log(1 + _ownNames[occupation]) };
        }

        return found;
    }

    /// <summary>« Développeur web » is a developer: the other developers come behind. « Agent » could be anything.</summary>
    private void AddNamesakes(List<AskedName> first, Dictionary<int, Best> found)
    {
        var namesakes = new Dictionary<int, int>();
        foreach (var term in first.Where(t => t.Worth >= 1))
        {
            foreach (var (name, isFirst) in _lexicons[term.Lexicon][term.Term])
            {
                if (isFirst && _names[name] is { IsGroup: false, Worth: >= 1 } held)
                {
                    namesakes.TryAdd(held.Occupations[0], name);
                }
            }
        }

        foreach (var (occupation, name) in namesakes.Count > MostNamesakes ? [] : namesakes)
        {
            Keep(found, occupation, NamesakeWorth, name);
        }
    }

    /// <summary>Occupations that have all the words, but in different names.</summary>
    private void Gather(int words, int own, Dictionary<int, NameHit> hits, Dictionary<int, Best> found, float asked, float[] rarities)
    {
        var gathered = new Dictionary<int, (uint Words, float Worth, int Name)>();
        foreach (var (name, hit) in hits)
        {
            var held = _names[name];
            foreach (var occupation in held.Occupations)
            {
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(gathered, occupation, out _);
                var more = hit.Words & ~sum.Words;
                if (more != 0)
                {
                    for (var w = 0; w < words; w++)
                    {
                        sum.Worth += (more & 1u << w) == 0 ? 0 : WorthOf(held, own) * rarities[w];
                    }

                    sum = (sum.Words | hit.Words, sum.Worth, name);
                }
            }
        }

        foreach (var (occupation, (has, worth, name)) in gathered)
        {
            if (BitOperations.PopCount(has) == words)
            {
                Keep(found, occupation, 0.4f * worth / asked, _names[name].IsGroup ? -1 : name);
            }
        }
    }

    /// <summary>Joins what known phrases mean with the words beside them; what has the very words in a name counts as before.</summary>
    private void Combine(List<Segment> segments, Dictionary<int, Best> whole, Asked asked, out Dictionary<int, Best> partly)
    {
        var sums = new Dictionary<int, (int Has, float Score, int Name)>();
        foreach (var segment in segments)
        {
            var meant =
                segment.Meanings.Count == 0
                    ? Evaluate([.. segment.Words.Select(w => Ask(w, segment.Words, asked, forgiving: true))], asked.Own, out _)
                    : Mean(segment, asked.Own);
            foreach (var (occupation, best) in meant)
            {
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, occupation, out var known);
                sum = (sum.Has + 1, sum.Score + best.Score, known && sum.Name >= 0 ? sum.Name : best.Name);
            }
        }

        partly = [];
        foreach (var (occupation, (has, score, name)) in sums)
        {
            Keep(has == segments.Count ? whole : partly, occupation, score / segments.Count, name);
        }
    }

    private Dictionary<int, Best> Mean(Segment segment, int own)
    {
        var found = new Dictionary<int, Best>();
        var marks = new Dictionary<int, float>();
        foreach (var (occupation, best) in Evaluate([.. segment.Words.Select(w => AskExactly(w, _lexicons[own]))], own, out _))
        {
            Keep(found, occupation, best.Score * SaidWorth, best.Name);
        }

        foreach (var meaning in segment.Meanings)
        {
            foreach (var (occupation, best) in _meant.GetOrAdd(meaning, Names))
            {
                Keep(found, occupation, best.Score, best.Name);
            }

            foreach (var mark in MarksOf(meaning))
            {
                var marked = CollectionsMarshal.AsSpan(_marks.GetValueOrDefault(mark, []));
                var specific = Math.Min(1, MathF.Log((float)_occupations.Count / Math.Max(marked.Length, 1)) / MathF.Log(SpecificShare));
                foreach (var (occupation, worth) in marked)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(marks, occupation, out _) += worth * MarkWorth * specific;
                }
            }
        }

        foreach (var (occupation, worth) in marks)
        {
            var named = found.GetValueOrDefault(occupation, new Best(0, -1));
            found[occupation] = named with { Score = named.Score + Math.Min(worth, MostMarks) };
        }

        return found;
    }

    private static IEnumerable<string> MarksOf(SearchMeaning meaning) =>
        meaning
            .Conditions.Select(SearchMeaning.Mark)
            .Concat(meaning.Studies.Select(SearchMeaning.Mark))
            .Concat(meaning.Contexts.Select(SearchMeaning.ContextMark))
            .Concat(meaning.Interests.Select(SearchMeaning.InterestMark));

    /// <summary>The occupations that a meaning names, told once: what people mean does not change while the index lives.</summary>
    private Dictionary<int, Best> Names(SearchMeaning meaning)
    {
        var found = new Dictionary<int, Best>();
        foreach (var lexicon in _lexicons.Where(l => l.Language == meaning.Language || l.Language == Languages.Default))
        {
            for (var m = 0; m < meaning.Means.Count; m++)
            {
                var words = lexicon.Words.Words(meaning.Means[m]).Select(w => AskExactly(w, lexicon)).ToList();
                foreach (var (occupation, best) in Evaluate(words, _lexicons.IndexOf(lexicon), out _))
                {
                    Keep(found, occupation, best.Score * (MeaningWorth - FurtherMeanings * m / meaning.Means.Count), best.Name);
                }
            }
        }

        return found;
    }

    private sealed record HeldName(string Text, int Lexicon, float Worth, int[] Occupations, bool IsGroup)
    {
        public List<int> Terms { get; } = [];

        public float Rarity { get; set; }
    }

    private readonly record struct AskedName(int Lexicon, int Term, float Worth);

    private readonly record struct Best(float Score, int Name);

    private sealed record Segment(List<SearchWord> Words, List<SearchMeaning> Meanings)
    {
        /// <summary>Whether a word is among those that are known to mean something.</summary>
        public bool Has(SearchWord word) => Meanings.Count > 0 && Words.Contains(word);
    }

    /// <summary>What was typed, as each language reads it; <paramref name="Own"/> is the reader's.</summary>
    private sealed record Asked(List<List<SearchWord>> Readings, int Own, bool Loose)
    {
        public List<SearchWord> Words => Readings[Own];

        public bool Approximate { get; set; }
    }

    private struct NameHit
    {
        public uint Words;
        public float Got;
        public float Covered;
        public bool IsFirst;
    }
}
