using CareerPortal.French;

namespace CareerPortal.Catalogue;

/// <summary>
/// What speaks for one of several near titles: likeness, words in common with all that stands under its key, and words that elsewhere stand for those
/// that were asked.
/// </summary>
internal sealed class TitleEvidence
{
    // BM25's usual constants.
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;

    // When a word stands for another: under so many keys with it, so much more often than by chance, and in such a share of the keys that have it.
    private const int LeastTogether = 3;
    private const double LeastLift = 3;
    private const double LeastShare = 0.08;
    private const int MostStandIns = 12;

    /// <summary>A key with more words than this is a collection; its words do not stand for each other.</summary>
    private const int MostWords = 120;

    private const double StandInWorth = 0.8;
    private const double LeastStandIn = 0.15;
    private const double Head = 2.7;

    private readonly IReadOnlyList<string>[] _words;
    private readonly string[][] _roots;
    private readonly int[] _keyOfTitle;
    private readonly bool[] _isName;
    private readonly int[] _namesOfKey;
    private readonly HashSet<string>[] _heads;
    private readonly HashSet<string>[] _wordsOfKey;
    private readonly Dictionary<string, List<int>> _keysWith = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _keysWithRoot = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Key, int Times)>> _plain = new(StringComparer.Ordinal);
    private readonly int[] _plainLengths;
    private readonly double _plainMean;
    private readonly TitleEvidence? _elsewhere;
    private readonly EvidenceWeights _weights;

    public TitleEvidence(
        IReadOnlyList<string> titles,
        IReadOnlyList<IReadOnlyList<string>> words,
        int[] keyOfTitle,
        int keys,
        TitleEvidence? elsewhere
    )
    {
        (_keyOfTitle, _elsewhere) = (keyOfTitle, elsewhere);
        _weights = elsewhere is null ? EvidenceWeights.Alone : EvidenceWeights.WithOthers;
        _words = [.. words];
        _roots = [.. words.Select(w => w.Select(TitleWords.Root).Distinct(StringComparer.Ordinal).ToArray())];
        _isName = new bool[titles.Count];
        _namesOfKey = new int[keys];
        _heads = NewSets();
        _wordsOfKey = NewSets();
        var roots = NewSets();
        var plain = new Dictionary<string, int>[keys];
        for (var t = 0; t < titles.Count; t++)
        {
            var key = keyOfTitle[t];
            _isName[t] = _namesOfKey[key]++ == 0;
            _heads[key].UnionWith(words[t].Take(1));
            _wordsOfKey[key].UnionWith(words[t]);
            roots[key].UnionWith(_roots[t]);
            var counts = plain[key] ??= new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var word in PlainWordsOf(titles[t]))
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        for (var key = 0; key < keys; key++)
        {
            foreach (var word in _wordsOfKey[key])
            {
                ListOf(_keysWith, word).Add(key);
            }

            foreach (var root in roots[key])
            {
                _keysWithRoot[root] = _keysWithRoot.GetValueOrDefault(root) + 1;
            }

            foreach (var (word, times) in plain[key])
            {
                ListOf(_plain, word).Add((key, times));
            }
        }

        _plainLengths = [.. plain.Select(p => p.Values.Sum())];
        _plainMean = keys == 0 ? 0 : _plainLengths.Average();

        HashSet<string>[] NewSets() => [.. Enumerable.Range(0, keys).Select(_ => new HashSet<string>(StringComparer.Ordinal))];
    }

    /// <summary>What the likeness of a title and of all under its key says.</summary>
    public double Of(double words, double letters, double together, double lettersTogether) =>
        (_weights.Words * words) + (_weights.Letters * letters) + (_weights.Together * together) + (_weights.LettersTogether * lettersTogether);

    /// <summary>What the likeness with the nearest titles elsewhere says.</summary>
    public double OfRelated(double related, double relatedTitle) => (_weights.Related * related) + (_weights.RelatedTitle * relatedTitle);

    /// <summary>What is the same for each title that a question is compared with.</summary>
    public Question Ask(string title, IReadOnlyList<string> words)
    {
        var meant = words.Select(TitleWords.Root).ToHashSet(StringComparer.Ordinal);
        var person = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var at = 0; at < words.Count; at++)
        {
            var standIns = StandInsFor(words[at]);
            meant.UnionWith(standIns.Where(s => s.Value * StandInWorth * (at == 0 ? Head : 1) > LeastStandIn).Select(s => TitleWords.Root(s.Key)));
            person = at == 0 ? standIns : person;
        }

        return new Question(words.Count > 0 ? words[0] : "", meant, person, PlainWordsIn(title));
    }

    /// <summary>What else than its likeness speaks for a title.</summary>
    public double Of(Question question, int title, bool hasOtherNumber)
    {
        var key = _keyOfTitle[title];
        var (covered, whole) = (0.0, 0.0);
        foreach (var root in _roots[title])
        {
            var rarity = Math.Log((_namesOfKey.Length + 1.0) / (_keysWithRoot.GetValueOrDefault(root) + 0.5));
            whole += rarity;
            covered += question.Meant.Contains(root) ? rarity : 0;
        }

        var person = _words[title].Count > 0 ? _words[title][0] : "";
        return (_weights.Covered * (whole > 0 ? covered / whole : 0))
            + (_weights.PlainWords * question.PlainWords[key])
            + (hasOtherNumber ? _weights.OtherNumber : 0)
            + (_isName[title] ? _weights.IsName : 0)
            + (_weights.Names * Math.Log(_namesOfKey[key]))
            + (_heads[key].Contains(question.Person) ? _weights.SamePerson : 0)
            + (_weights.StandsForPerson * question.PersonStandIns.GetValueOrDefault(person));
    }

    private static string[] PlainWordsOf(string title) => TitleWords.Fold(title).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static List<T> ListOf<T>(Dictionary<string, List<T>> lists, string word) =>
        lists.TryGetValue(word, out var list) ? list : lists[word] = [];

    /// <summary>The words that stand under the same keys as a word, here and elsewhere: « gérant » for « responsable ».</summary>
    private Dictionary<string, double> StandInsFor(string word)
    {
        TitleEvidence[] sets = _elsewhere is null ? [this] : [this, _elsewhere];
        var with = sets.Sum(s => s.CountOf(word));
        var all = sets.Sum(s => s._namesOfKey.Length);
        return sets.SelectMany(s => s.BesideWord(word))
            .CountBy(w => w, StringComparer.Ordinal)
            .Where(c => c.Value >= LeastTogether && (double)c.Value / with >= LeastShare)
            .Where(c => c.Value * (double)all / ((double)with * sets.Sum(s => s.CountOf(c.Key))) >= LeastLift)
            .OrderByDescending(c => c.Value)
            .ThenBy(c => c.Key, StringComparer.Ordinal)
            .Take(MostStandIns)
            .ToDictionary(c => c.Key, c => (double)c.Value / with, StringComparer.Ordinal);
    }

    private int CountOf(string word) => _keysWith.TryGetValue(word, out var keys) ? keys.Count : 0;

    private IEnumerable<string> BesideWord(string word) =>
        _keysWith.TryGetValue(word, out var keys)
            ? keys.Select(k => _wordsOfKey[k]).Where(words => words.Count < MostWords).SelectMany(words => words).Where(other => other != word)
            : [];

    /// <summary>BM25 of all words under each key, as a share of the most that a question can have.</summary>
    private double[] PlainWordsIn(string title)
    {
        var shares = new double[_plainLengths.Length];
        var most = 0.0;
        foreach (var word in PlainWordsOf(title).Distinct(StringComparer.Ordinal))
        {
            var with = _plain.GetValueOrDefault(word, []);
            var rarity = Math.Log(1 + ((shares.Length - with.Count + 0.5) / (with.Count + 0.5)));
            most += rarity * (Saturation + 1);
            foreach (var (key, times) in with)
            {
                var longer = 1 - LengthShare + (LengthShare * _plainLengths[key] / _plainMean);
                shares[key] += rarity * times * (Saturation + 1) / (times + (Saturation * longer));
            }
        }

        return most > 0 ? [.. shares.Select(s => s / most)] : shares;
    }

    /// <param name="Person">The word that names the person.</param>
    /// <param name="Meant">The roots of what was asked, and of what stands for it.</param>
    /// <param name="PersonStandIns">The words that stand for the person's, each with how often.</param>
    /// <param name="PlainWords">For each key, the share of the words that it has.</param>
    internal sealed record Question(string Person, HashSet<string> Meant, Dictionary<string, double> PersonStandIns, double[] PlainWords);
}
