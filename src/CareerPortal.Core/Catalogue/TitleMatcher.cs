using CareerPortal.French;

namespace CareerPortal.Catalogue;

/// <summary>
/// Finds what a title means among things that have titles, from the words alone. What is near is found by stems and groups of letters, rare ones
/// weighing more, the word that names the person most, both genders being one; the likeliest of it by what else speaks for it (<see cref="TitleEvidence"/>).
/// </summary>
public sealed class TitleMatcher
{
    private const int Nearest = 3;

    /// <summary>So many of the nearest titles are weighed against each other.</summary>
    private const int Weighed = 400;

    private const double Same = 0.9999;

    private readonly string[] _keys;
    private readonly string[] _titles;
    private readonly int[] _keyOfTitle;
    private readonly Space _words;
    private readonly Space _letters;
    private readonly Space _allWords;
    private readonly Space _allLetters;
    private readonly bool[] _isOfMany;
    private readonly TitleWeights _weights;
    private readonly Dictionary<string, Dictionary<string, double>> _wordsOfKey;
    private readonly TitleEvidence _evidence;
    private readonly TitleMatcher? _elsewhere;

    /// <param name="titles">Titles, each with what it stands for; several titles may stand for one, the first of them being its name.</param>
    /// <param name="elsewhere">Another set of titles: what stands under one key there tells which other words a title may mean.</param>
    public TitleMatcher(IEnumerable<(string Key, string Title)> titles, TitleMatcher? elsewhere = null)
        : this(titles, elsewhere, TitleWeights.Learned) { }

    internal TitleMatcher(IEnumerable<(string Key, string Title)> titles, TitleMatcher? elsewhere, TitleWeights weights)
    {
        (_weights, _elsewhere) = (weights, elsewhere);
        var all = titles.ToList();
        _keys = [.. all.Select(t => t.Key).Distinct(StringComparer.Ordinal)];
        var numbers = _keys.Select((key, number) => (key, number)).ToDictionary(k => k.key, k => k.number, StringComparer.Ordinal);
        _titles = [.. all.Select(t => t.Title)];
        _keyOfTitle = [.. all.Select(t => numbers[t.Key])];
        var words = all.Select(t => WordsOf(t.Title)).ToList();
        var letters = words.Select(LettersOf).ToList();
        _words = new Space(words.Select(Weighted), _keyOfTitle, _keys.Length, weights.Rarity);
        _letters = new Space(letters, _keyOfTitle, _keys.Length, weights.Rarity);
        int[] each = [.. Enumerable.Range(0, _keys.Length)];
        var together = Together(words.Select(Weighted));
        _wordsOfKey = _keys.Zip(together).ToDictionary(k => k.First, k => k.Second, StringComparer.Ordinal);
        _allWords = new Space(together.Select(Features), each, _keys.Length, weights.Rarity);
        _allLetters = new Space(Together(letters).Select(Features), each, _keys.Length, weights.Rarity);
        _isOfMany = [.. _titles.Select(TitleWords.IsOfMany)];
        _evidence = new TitleEvidence(_titles, words, _keyOfTitle, _keys.Length, elsewhere?._evidence);
    }

    /// <summary>The likeliest, the likeliest first; those that have nothing in common are not among them.</summary>
    public IReadOnlyList<TitleMatch> Find(string title, int most)
    {
        var words = WordsOf(title);
        var compared = Compare(title, words);
        var question = _evidence.Ask(title, words);
        var isOfMany = TitleWords.IsOfMany(title);
        var likeliest = new Dictionary<int, (bool IsSame, double Likelihood)>();
        foreach (var t in Enumerable.Range(0, _titles.Length).Where(t => compared.Of(t) > 0).OrderByDescending(compared.Of).Take(Weighed))
        {
            var key = _keyOfTitle[t];
            var likelihood =
                _evidence.Of(compared.Words[t], compared.Letters[t], compared.Together[key], compared.LettersTogether[key])
                + _evidence.OfRelated(compared.Related[key], compared.RelatedTitle[t])
                + _evidence.Of(question, t, _isOfMany[t] != isOfMany);
            var found = (compared.Words[t] >= Same && compared.Letters[t] >= Same && _isOfMany[t] == isOfMany, likelihood);
            if (!likeliest.TryGetValue(key, out var known) || found.CompareTo(known) > 0)
            {
                likeliest[key] = found;
            }
        }

        return
        [
            .. NearestOfKeys(compared)
                .OrderByDescending(n => likeliest.TryGetValue(n.Key, out var found) ? found : (false, double.NegativeInfinity))
                .ThenByDescending(n => n.Nearness)
                .ThenBy(n => n.Key)
                .Take(most)
                .Select(n => new TitleMatch(_keys[n.Key], n.Nearness, _titles[n.Title])),
        ];
    }

    /// <summary>How near each title is; the cosines of titles and of what they stand for.</summary>
    private Comparison Compare(string title, IReadOnlyList<string> words)
    {
        var byWords = _words.Compare(Weighted(words));
        var byLetters = _letters.Compare(LettersOf(words));
        var byAll = _allWords.Compare(Weighted(words));
        var byAllLetters = _allLetters.Compare(LettersOf(words));
        var widened = _elsewhere is null ? null : Widened(title, words, _elsewhere);
        var byWidened = widened is null ? byAll : _allWords.Compare(widened);
        var byWidenedTitle = widened is null ? byWords : _words.Compare(widened);
        var isOfMany = TitleWords.IsOfMany(title);
        var nearness = new double[_titles.Length];
        for (var i = 0; i < _titles.Length; i++)
        {
            var key = _keyOfTitle[i];
            nearness[i] =
                (_weights.Words * byWords[i])
                + (_weights.Letters * byLetters[i])
                + (_weights.Together * byAll[key])
                + (_weights.LettersTogether * byAllLetters[key])
                + (_weights.Related * byWidened[key])
                + (_weights.RelatedTitle * byWidenedTitle[i]);
            nearness[i] *= (_isOfMany[i] == isOfMany ? 1 : _weights.OtherNumber) / _weights.Sum;
        }

        return new Comparison(nearness, byWords, byLetters, byAll, byAllLetters, byWidened, byWidenedTitle);
    }

    /// <summary>What has a title that is near, with the nearest of its titles.</summary>
    private IEnumerable<(int Key, double Nearness, int Title)> NearestOfKeys(Comparison compared)
    {
        var best = new (double Nearness, int Title)[_keys.Length];
        for (var i = 0; i < _titles.Length; i++)
        {
            if (compared.Of(i) > best[_keyOfTitle[i]].Nearness)
            {
                best[_keyOfTitle[i]] = (compared.Of(i), i);
            }
        }

        return best.Select((b, key) => (key, b.Nearness, b.Title)).Where(b => b.Nearness > 0);
    }

    private static IReadOnlyList<string> WordsOf(string title) => TitleWords.Of(GenderedTitle.TryParse(title, out var both) ? both.Masculine : title);

    private IEnumerable<(string, double)> Weighted(IReadOnlyList<string> words) =>
        words.Select((word, at) => (word, at == 0 ? _weights.Head : Math.Pow(_weights.Fading, at - 1)));

    private IEnumerable<(string, double)> LettersOf(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var weight = at == 0 ? _weights.HeadLetters : 1;
            var marked = $"^{words[at]}$";
            for (var length = 3; length <= _weights.LongestGroup; length++)
            {
                for (var from = 0; from + length <= marked.Length; from++)
                {
                    yield return (marked.Substring(from, length), weight);
                }
            }
        }
    }

    /// <summary>All words of what stands under one key; a word counts once, as where it weighs most.</summary>
    private Dictionary<string, double>[] Together(IEnumerable<IEnumerable<(string Feature, double Weight)>> titles)
    {
        var together = new Dictionary<string, double>[_keys.Length];
        foreach (var (features, key) in titles.Zip(_keyOfTitle))
        {
            var own = together[key] ??= new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var (feature, weight) in features)
            {
                own[feature] = Math.Max(own.GetValueOrDefault(feature), weight);
            }
        }

        return together;
    }

    private static IEnumerable<(string, double)> Features(Dictionary<string, double> own) => own.Select(f => (f.Key, f.Value));

    /// <summary>The words of the title, and those of what it is nearest to elsewhere.</summary>
    private List<(string, double)> Widened(string title, IReadOnlyList<string> words, TitleMatcher elsewhere) =>
        [
            .. Weighted(words),
            .. elsewhere
                .NearestOfKeys(elsewhere.Compare(title, words))
                .OrderByDescending(n => n.Nearness)
                .ThenBy(n => n.Key)
                .Take(Nearest)
                .SelectMany(n => elsewhere._wordsOfKey[elsewhere._keys[n.Key]].Select(word => (word.Key, word.Value * n.Nearness * _weights.Reach))),
        ];

    private sealed record Comparison(
        double[] Nearness,
        double[] Words,
        double[] Letters,
        double[] Together,
        double[] LettersTogether,
        double[] Related,
        double[] RelatedTitle
    )
    {
        public double Of(int title) => Nearness[title];
    }

    /// <summary>Titles as vectors of weighted features; a feature weighs the less the more things have it.</summary>
    private sealed class Space
    {
        private readonly Dictionary<string, int> _features = new(StringComparer.Ordinal);
        private readonly List<double> _rarity = [];
        private readonly List<List<(int Title, float Weight)>> _titlesWith = [];
        private readonly double _rarest;
        private readonly int _count;

        public Space(IEnumerable<IEnumerable<(string Feature, double Weight)>> titles, int[] keyOfTitle, int keys, double rarity)
        {
            var counted = new List<(int Feature, double Weight)[]>();
            var keysWith = new List<int>();
            var lastKey = new List<int>();
            foreach (var title in titles)
            {
                var key = keyOfTitle[counted.Count];
                var summed = new Dictionary<int, double>();
                foreach (var (feature, weight) in title)
                {
                    if (!_features.TryGetValue(feature, out var number))
                    {
                        number = _features[feature] = keysWith.Count;
                        keysWith.Add(0);
                        lastKey.Add(-1);
                    }

                    summed[number] = Math.Max(summed.GetValueOrDefault(number), weight);
                    if (lastKey[number] != key)
                    {
                        lastKey[number] = key;
                        keysWith[number]++;
                    }
                }

                counted.Add([.. summed.Select(f => (f.Key, f.Value))]);
            }

            _count = counted.Count;
            _rarest = Math.Pow(Math.Log(keys + 1.0), rarity);
            foreach (var with in keysWith)
            {
                _rarity.Add(Math.Pow(Math.Log((keys + 1.0) / Math.Min(with, keys)), rarity));
                _titlesWith.Add([]);
            }

            for (var title = 0; title < counted.Count; title++)
            {
                var length = Math.Sqrt(counted[title].Sum(f => Square(f.Weight * _rarity[f.Feature])));
                foreach (var (feature, weight) in counted[title].Where(_ => length > 0))
                {
                    _titlesWith[feature].Add((title, (float)(weight * _rarity[feature] / length)));
                }
            }
        }

        /// <summary>The cosine of each title with these features.</summary>
        public double[] Compare(IEnumerable<(string Feature, double Weight)> features)
        {
            var own = features
                .GroupBy(f => f.Feature, StringComparer.Ordinal)
                .Select(g => (Number: _features.GetValueOrDefault(g.Key, -1), Weight: g.Max(f => f.Weight)))
                .Select(f => (f.Number, Weight: f.Weight * (f.Number < 0 ? _rarest : _rarity[f.Number])))
                .ToList();
            var length = Math.Sqrt(own.Sum(f => Square(f.Weight)));
            var cosines = new double[_count];
            foreach (var (number, weight) in own.Where(f => f.Number >= 0))
            {
                foreach (var (title, theirs) in _titlesWith[number])
                {
                    cosines[title] += weight / length * theirs;
                }
            }

            return cosines;
        }

        private static double Square(double value) => value * value;
    }
}
