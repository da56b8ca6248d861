using CareerPortal.French;

namespace CareerPortal.Catalogue;

/// <summary>
/// Finds what a title means among things that have titles, from the words alone: stems and groups of letters, rare ones weighing more, the word that
/// names the person weighing most. Both genders are one.
/// </summary>
public sealed class TitleMatcher
{
    private readonly string[] _keys;
    private readonly string[] _titles;
    private readonly int[] _keyOfTitle;
    private readonly Space _words;
    private readonly Space _letters;
    private readonly Space _allWords;
    private readonly TitleWeights _weights;

    /// <param name="titles">Titles, each with what it stands for; several titles may stand for one.</param>
    public TitleMatcher(IEnumerable<(string Key, string Title)> titles)
        : this(titles, TitleWeights.Learned) { }

    internal TitleMatcher(IEnumerable<(string Key, string Title)> titles, TitleWeights weights)
    {
        _weights = weights;
        var all = titles.ToList();
        _keys = [.. all.Select(t => t.Key).Distinct(StringComparer.Ordinal)];
        var numbers = _keys.Select((key, number) => (key, number)).ToDictionary(k => k.key, k => k.number, StringComparer.Ordinal);
        _titles = [.. all.Select(t => t.Title)];
        _keyOfTitle = [.. all.Select(t => numbers[t.Key])];
        var words = all.Select(t => WordsOf(t.Title)).ToList();
        var letters = words.Select(LettersOf).ToList();
        _words = new Space(words.Select(Weighted), _keyOfTitle, _keys.Length);
        _letters = new Space(letters, _keyOfTitle, _keys.Length);
        _allWords = new Space(Together(words.Select(Weighted)), [.. Enumerable.Range(0, _keys.Length)], _keys.Length);
    }

    /// <summary>The nearest, the nearest first; those that have nothing in common are not among them.</summary>
    public IReadOnlyList<TitleMatch> Find(string title, int most)
    {
        var words = WordsOf(title);
        var byWords = _words.Compare(Weighted(words));
        var byLetters = _letters.Compare(LettersOf(words));
        var byAll = _allWords.Compare(Weighted(words));
        var best = new (double Nearness, int Title)[_keys.Length];
        for (var i = 0; i < _titles.Length; i++)
        {
            var nearness = (_weights.Words * byWords[i]) + (_weights.Letters * byLetters[i]) + (_weights.Together * byAll[_keyOfTitle[i]]);
            if (nearness > best[_keyOfTitle[i]].Nearness)
            {
                best[_keyOfTitle[i]] = (nearness, i);
            }
        }

        return
        [
            .. best.Select((b, key) => (b.Nearness, b.Title, Key: key))
                .Where(b => b.Nearness > 0)
                .OrderByDescending(b => b.Nearness)
                .ThenBy(b => b.Key)
                .Take(most)
                .Select(b => new TitleMatch(_keys[b.Key], b.Nearness, _titles[b.Title])),
        ];
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
    private IEnumerable<IEnumerable<(string, double)>> Together(IEnumerable<IEnumerable<(string Feature, double Weight)>> titles)
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

        return together.Select(own => own.Select(f => (f.Key, f.Value)));
    }

    /// <summary>Titles as vectors of weighted features; a feature weighs the less the more things have it.</summary>
    private sealed class Space
    {
        private readonly Dictionary<string, int> _features = new(StringComparer.Ordinal);
        private readonly List<double> _rarity = [];
        private readonly List<List<(int Title, float Weight)>> _titlesWith = [];
        private readonly double _rarest;
        private readonly int _count;

        public Space(IEnumerable<IEnumerable<(string Feature, double Weight)>> titles, int[] keyOfTitle, int keys)
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
            _rarest = Math.Log(keys + 1.0);
            foreach (var with in keysWith)
            {
                _rarity.Add(Math.Log((keys + 1.0) / Math.Min(with, keys)));
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
