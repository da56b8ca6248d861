using System.Collections.Concurrent;
using CareerPortal.Catalogue;
using CareerPortal.Search;

namespace CareerPortal.Offers.Board;

/// <summary>
/// What the board knows besides offers: words of languages, names of occupations, what people mean by other words, places, and words for conditions.
/// Made once for each state of the catalogue; offers taken in by one are read by the same.
/// </summary>
public sealed class OfferLore
{
    internal const float RareWorth = 0.8f;
    private const float MeaningWorth = 0.79f;
    private const float LeastLikeness = 0.25f;
    private const float LessForEachMeant = 0.85f;
    private const int MostMeant = 4;
    private const int MostMeanings = 5;
    private const int MostMoreWords = 2;
    private const int MostWithWord = 200;
    private const int MostNear = 3;
    private const int MostRemembered = 200_000;

    private readonly Dictionary<string, List<(int Occupation, float Worth)>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byFamily = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, float> _rarity = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _near = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<string>> _neighbours = [];
    private readonly List<NamedOccupation> _occupations = [];
    private readonly ConcurrentDictionary<string, (int Occupation, float Likeness)> _closest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SaidCondition>> _conditions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _alike = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _namesWith = new(StringComparer.Ordinal);
    private readonly List<(int Occupation, int Words)> _names = [];
    private readonly Dictionary<string, List<int>> _occupationsWith = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _foreignWith = new(StringComparer.Ordinal);
    private readonly HashSet<string> _idle = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _employers = new(StringComparer.Ordinal);

    public OfferLore(
        PortalWords words,
        IEnumerable<KeyValuePair<string, CatalogueFacts>> occupations,
        IEnumerable<Municipality> municipalities,
        IEnumerable<Locality> localities,
        IEnumerable<SearchMeaning> meanings
    )
    {
        Reader = new OfferReader(words);
        Places = new OfferPlaces(municipalities, localities);
        foreach (var (code, facts) in occupations.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            Add(code, facts);
        }

        Weigh();
        FindNear();
        foreach (var meaning in meanings.Where(m => m.Language == OfferReader.French))
        {
            Add(meaning);
        }

        var list = OfferWordList.Shipped();
        foreach (var condition in list.Conditions)
        {
            foreach (var said in condition.Said)
            {
                _conditions.TryAdd(OfferPlaces.Key(said), []);
                _conditions[OfferPlaces.Key(said)].Add(condition);
            }
        }

        _idle.UnionWith(list.Idle.Select(OfferPlaces.Key));
        foreach (var alike in list.Alike)
        {
            _alike[KeyOf(alike.Said)] = [.. alike.Means.Select(KeyOf)];
        }

        string KeyOf(string word) => Reader.Read(word, OfferReader.French)[0].Key;
    }

    internal OfferReader Reader { get; }

    internal OfferPlaces Places { get; }

    internal OfferTerms Terms { get; } = new();

    /// <summary>The values of each facet, by its number.</summary>
    internal OfferTerms[] Values { get; } = [.. Enum.GetValues<OfferFacet>().Select(_ => new OfferTerms())];

    internal OfferLexicon Lexicon { get; } = new();

    /// <summary>Employers by their keys.</summary>
    internal OfferTerms Employers { get; } = new();

    /// <summary>How each employer was written first, and its name in small letters without accents, by its number.</summary>
    internal ConcurrentDictionary<int, (string Name, string Folded)> EmployerNames { get; } = new();

    internal NamedOccupation this[int occupation] => _occupations[occupation];

    internal int EmployerOf(string name)
    {
        if (!_employers.TryGetValue(name, out var number))
        {
            _employers[name] = number = Employers.Number(EmployerKey.Of(name));
            EmployerNames.TryAdd(number, (name, OfferPlaces.Key(name)));
        }

        return number;
    }

    internal IReadOnlyList<SaidCondition> ConditionsSaid(string key) => _conditions.GetValueOrDefault(key) ?? [];

    internal bool IsIdle(string written) => _idle.Contains(written);

    internal bool IsNameWord(string key) => _rarity.ContainsKey(key);

    /// <summary>Words that mean nearly the same in adverts.</summary>
    internal IReadOnlyList<string> Alike(string key) => _alike.GetValueOrDefault(key) ?? [];

    /// <summary>In how many names of occupations a word stands.</summary>
    internal int NamesWith(string key) => _namesWith.GetValueOrDefault(key)?.Count ?? 0;

    /// <summary>The occupations of which some name holds a word; none where that are too many to say anything.</summary>
    internal IReadOnlyList<int> WithWord(string key) => _occupationsWith.GetValueOrDefault(key) is { Count: <= MostWithWord } its ? its : [];

    /// <summary>The same by a word of another language.</summary>
    internal IReadOnlyList<int> WithForeignWord(string key) => _foreignWith.GetValueOrDefault(key) is { Count: <= MostWithWord } its ? its : [];

    /// <summary>The families of the occupations that the catalogue calls near those of a family, the most often named first.</summary>
    internal IReadOnlyList<string> FamiliesNear(string family) => _near.GetValueOrDefault(family) ?? [];

    /// <summary>
    /// The occupations of which names hold all the words and more, those with the most such names: each with its share of what the first has.
    /// </summary>
    internal IReadOnlyList<(int Occupation, float Worth)> CalledWith(IReadOnlyList<string> keys)
    {
        var lists = keys.Distinct(StringComparer.Ordinal).Select(k => _namesWith.GetValueOrDefault(k)).ToList();
        if (lists.Count < 2 || lists.Contains(null))
        {
            return [];
        }

        lists.Sort((a, b) => a!.Count.CompareTo(b!.Count));
        var counts = new Dictionary<int, int>();
        foreach (var name in lists[0]!)
        {
            if (lists.Skip(1).All(l => l!.BinarySearch(name) >= 0) && _names[name].Words <= lists.Count + MostMoreWords)
            {
                counts[_names[name].Occupation] = counts.GetValueOrDefault(_names[name].Occupation) + 1;
            }
        }

        var most = counts.Values.DefaultIfEmpty(0).Max();
        return
        [
            .. counts
                .Where(c => c.Value * 2 > most)
                .OrderByDescending(c => c.Value)
                .ThenBy(c => c.Key)
                .Take(MostMeant)
                .Select(c => (c.Key, c.Value / (float)most)),
        ];
    }

    /// <summary>The occupations that are called so, each with how much the name is theirs.</summary>
    internal IReadOnlyList<(int Occupation, float Worth)> Called(string name) => _byName.GetValueOrDefault(name) ?? [];

    /// <summary>Synonyms by their words, each with the occupations of it that the catalogue knows.</summary>
    internal Dictionary<string, List<(int Occupation, float Worth)>> Meant(IEnumerable<AskedSynonym> synonyms)
    {
        var meant = new Dictionary<string, List<(int, float)>>(StringComparer.Ordinal);
        foreach (var (said, occupations) in synonyms)
        {
            var name = NameOf(Reader.Read(said, OfferReader.French).Where(t => !t.IsEmpty).Select(t => t.Key));
            List<(int, float)> known = [.. occupations.Where(_byCode.ContainsKey).Select(code => (_byCode[code], MeaningWorth))];
            if (name.Length > 0 && known.Count > 0)
            {
                meant.TryAdd(name, known);
            }
        }

        return meant;
    }

    internal static string NameOf(IEnumerable<string> keys) => string.Join(' ', keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>
    /// The occupation that a title is nearest to, among those of its family where one is given, and how near (0 to 1); -1 where nothing speaks for any.
    /// </summary>
    internal (int Occupation, float Likeness) Closest(IReadOnlyList<string> title, string? occupation, string? family)
    {
        var key = $"{occupation}|{family}|{string.Join(' ', title)}";
        if (_closest.TryGetValue(key, out var known))
        {
            return known;
        }

        known = FindClosest(title, occupation, family);
        if (_closest.Count < MostRemembered)
        {
            _closest.TryAdd(key, known);
        }

        return known;
    }

    private (int Occupation, float Likeness) FindClosest(IReadOnlyList<string> title, string? occupation, string? family)
    {
        if (occupation is not null && _byCode.TryGetValue(occupation, out var given))
        {
            return (given, LikenessOf(title, _occupations[given]));
        }

        if (family is not null && _byFamily.TryGetValue(family, out var its))
        {
            var best = its.Select(o => (Occupation: o, Likeness: LikenessOf(title, _occupations[o]))).MaxBy(o => o.Likeness);
            return best.Likeness >= LeastLikeness ? best : (-1, 0);
        }

        if (family is null && occupation is null)
        {
            for (var length = Math.Min(title.Count, 4); length > 0; length--)
            {
                for (var from = 0; from + length <= title.Count; from++)
                {
                    if (Called(NameOf(title.Skip(from).Take(length))) is { Count: > 0 } called)
                    {
                        var best = called.Select(o => (o.Occupation, Likeness: LikenessOf(title, _occupations[o.Occupation]))).MaxBy(o => o.Likeness);
                        return best;
                    }
                }
            }
        }

        return (-1, 0);
    }

    private float LikenessOf(IReadOnlyList<string> title, NamedOccupation occupation)
    {
        var all = title.Sum(RarityOf);
        var best = 0f;
        foreach (var name in occupation.Names)
        {
            var common = 0f;
            var whole = 0f;
            foreach (var word in name)
            {
                var rarity = RarityOf(word);
                whole += rarity;
                common += title.Contains(word) ? rarity : 0;
            }

            best = Math.Max(best, whole + all > 0 ? 2 * common / (whole + all) : 0);
        }

        return Math.Min(1, best);
    }

    private float RarityOf(string word) => _rarity.GetValueOrDefault(word, 3f);

    private void Add(string code, CatalogueFacts facts)
    {
        var at = _occupations.Count;
        var names = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Take(facts.Masculine, 1);
        Take(facts.Feminine, 1);
        foreach (var name in facts.Names)
        {
            Take(name.Masculine, name.Rare ? RareWorth : 1);
            Take(name.Feminine, name.Rare ? RareWorth : 1);
        }

        foreach (var foreign in facts.ForeignNames.Where(n => OfferReader.OtherLanguages.Contains(n.Language)))
        {
            TakeForeign(foreign);
        }

        _occupations.Add(new NamedOccupation(code, facts.Parent, [.. names.Values]));
        _neighbours.Add(facts.Neighbours);
        _byCode[code] = at;
        _byFamily.TryAdd(facts.Parent, []);
        _byFamily[facts.Parent].Add(at);

        // Found by these too, but no title is held against them: a name of another catalogue may mean more, or less.
        void TakeForeign(ForeignName foreign)
        {
            string[] keys =
            [
                .. Reader.Read(foreign.Text, foreign.Language).Where(t => !t.IsEmpty).Select(t => t.Key).Distinct(StringComparer.Ordinal),
            ];
            foreach (var key in keys)
            {
                if (!_foreignWith.TryGetValue(key, out var its))
                {
                    _foreignWith[key] = its = [];
                }

                if (!its.Contains(at))
                {
                    its.Add(at);
                }
            }

            if (NameOf(keys) is { Length: > 0 } name)
            {
                _byName.TryAdd(name, []);
                if (_byName[name].TrueForAll(o => o.Occupation != at))
                {
                    _byName[name].Add((at, (float)foreign.Confidence * RareWorth));
                }
            }
        }

        void Take(string text, float worth)
        {
            var read = Reader.Read(text, OfferReader.French).Where(t => !t.IsEmpty).ToList();
            Lexicon.Spell(text);
            foreach (var token in read)
            {
                Lexicon.Add(token.Written, token.Key, token.Stem);
            }

            string[] keys = [.. read.Select(t => t.Key).Distinct(StringComparer.Ordinal)];
            var name = NameOf(keys);
            if (name.Length > 0 && names.TryAdd(name, keys))
            {
                foreach (var key in keys)
                {
                    _namesWith.TryAdd(key, []);
                    _namesWith[key].Add(_names.Count);
                }

                _names.Add((at, keys.Length));
                _byName.TryAdd(name, []);
                _byName[name].Add((at, worth));
            }
        }
    }

    private void FindNear()
    {
        foreach (var (family, its) in _byFamily)
        {
            _near[family] =
            [
                .. its.SelectMany(o => _neighbours[o])
                    .Where(_byCode.ContainsKey)
                    .Select(code => _occupations[_byCode[code]].Family)
                    .Where(f => f != family)
                    .CountBy(f => f)
                    .OrderByDescending(f => f.Value)
                    .ThenBy(f => f.Key, StringComparer.Ordinal)
                    .Take(MostNear)
                    .Select(f => f.Key),
            ];
        }
    }

    private void Weigh()
    {
        foreach (var (key, names) in _namesWith)
        {
            _occupationsWith[key] = [.. names.Select(n => _names[n].Occupation).Distinct()];
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in _occupations.SelectMany(o => o.Names.SelectMany(n => n).Distinct(StringComparer.Ordinal)))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        foreach (var (word, count) in counts)
        {
            _rarity[word] = MathF.Log(1 + (_occupations.Count - count + 0.5f) / (count + 0.5f));
        }
    }

    /// <summary>A phrase leads to the occupations that it means, where it means any by their names.</summary>
    private void Add(SearchMeaning meaning)
    {
        var meant = meaning
            .Means.SelectMany(m => Called(NameOf(Reader.Read(m, OfferReader.French).Where(t => !t.IsEmpty).Select(t => t.Key))))
            .Select(o => o.Occupation)
            .Distinct()
            .ToList();
        if (meant.Count == 0)
        {
            return;
        }

        foreach (var said in meaning.Said)
        {
            var name = NameOf(Reader.Read(said, OfferReader.French).Where(t => !t.IsEmpty).Select(t => t.Key));
            if (name.Length == 0)
            {
                continue;
            }

            if (!_byName.TryGetValue(name, out var called))
            {
                _byName[name] = called = [];
            }

            var worth = MeaningWorth;
            foreach (var occupation in meant.Take(MostMeanings))
            {
                if (called.All(c => c.Occupation != occupation))
                {
                    called.Add((occupation, worth));
                }

                worth *= LessForEachMeant;
            }
        }
    }
}
