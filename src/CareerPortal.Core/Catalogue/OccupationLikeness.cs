using CareerPortal.French;

namespace CareerPortal.Catalogue;

/// <summary>How near occupations are by what they have in common: words of their names, contexts, interests, sectors, qualities, domain and family.</summary>
public sealed class OccupationLikeness
{
    private const double Title = 1.5;
    private const double Name = 1;
    private const double Sector = 0.5;
    private const double Interest = 0.5;
    private const double Context = 0.4;
    private const double SoftSkill = 0.3;
    private const double Domain = 1;
    private const double Family = 1;
    private const double Letters = 0.3;

    private readonly List<string> _codes = [];
    private readonly Dictionary<string, (string Feature, double Weight)[]> _profiles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Occupation, double Weight)>> _with = new(StringComparer.Ordinal);

    public OccupationLikeness(IEnumerable<(string Code, CatalogueFacts Facts)> occupations)
    {
        var all = occupations.Select(o => (o.Code, Features: FeaturesOf(o.Facts))).ToList();
        var counts = all.SelectMany(o => o.Features.Keys).CountBy(f => f, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var (code, features) in all)
        {
            var rare = features.Select(f => (f.Key, Weight: f.Value * Math.Log((all.Count + 1.0) / counts[f.Key]))).ToList();
            var length = Math.Sqrt(rare.Sum(f => f.Weight * f.Weight));
            _profiles[code] = [.. rare.Where(_ => length > 0).Select(f => (f.Key, f.Weight / length))];
            foreach (var (feature, weight) in _profiles[code])
            {
                if (!_with.TryGetValue(feature, out var list))
                {
                    _with[feature] = list = [];
                }

                list.Add((_codes.Count, weight));
            }

            _codes.Add(code);
        }
    }

    /// <summary>The nearest others, the nearest first, each with how near it is: 1 has all in common.</summary>
    public IReadOnlyList<(string Code, double Likeness)> Near(string code, int most)
    {
        var likeness = new double[_codes.Count];
        foreach (var (feature, weight) in _profiles[code])
        {
            foreach (var (occupation, theirs) in _with[feature])
            {
                likeness[occupation] += weight * theirs;
            }
        }

        return
        [
            .. likeness
                .Select((value, at) => (Code: _codes[at], Likeness: value))
                .Where(o => o.Likeness > 0 && o.Code != code)
                .OrderByDescending(o => o.Likeness)
                .ThenBy(o => o.Code, StringComparer.Ordinal)
                .Take(most),
        ];
    }

    private static Dictionary<string, double> FeaturesOf(CatalogueFacts facts)
    {
        var features = new Dictionary<string, double>(StringComparer.Ordinal);
        void Add(string feature, double weight) => features[feature] = Math.Max(features.GetValueOrDefault(feature), weight);
        void AddAll(string kind, IEnumerable<string> codes, double weight)
        {
            foreach (var code in codes)
            {
                Add(kind + code, weight);
            }
        }

        var title = TitleWords.Of(facts.Masculine);
        AddAll("word ", title, Title);
        AddAll("word ", facts.Names.SelectMany(n => TitleWords.Of(n.Masculine)), Name);
        AddAll(
            "letters ",
            title.Concat(facts.Names.SelectMany(n => TitleWords.Of(n.Masculine))).Where(w => w.Length > 5).Select(w => w[..5]),
            Letters
        );
        AddAll("sector ", facts.Sectors, Sector);
        AddAll("interest ", facts.Interests, Interest);
        AddAll("context ", facts.Contexts, Context);
        AddAll("quality ", facts.SoftSkills, SoftSkill);
        Add("domain " + facts.Domain, Domain);
        Add("family " + facts.Parent, Family);
        return features;
    }
}
