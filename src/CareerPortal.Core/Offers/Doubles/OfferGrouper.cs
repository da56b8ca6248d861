using CareerPortal.Catalogue;
using CareerPortal.French;

namespace CareerPortal.Offers.Doubles;

/// <summary>
/// Groups offers into posts seen more than once and texts for several towns. What comes out depends on the offers alone: not on their order, nor on
/// which of them came first.
/// </summary>
/// <remarks>
/// Only offers that share a long reference, employer and title, or title and town are compared, each with those published next: the time grows with
/// the number of offers, not with its square.
/// </remarks>
public sealed class OfferGrouper
{
    /// <summary>Each offer is compared with so many that follow it under what they share.</summary>
    private const int MostCompared = 48;

    private readonly HashSet<string> _occupations;

    /// <param name="occupations">Names of occupations: a title that is no more than one of them tells little.</param>
    public OfferGrouper(IEnumerable<string> occupations)
    {
        _occupations = occupations.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A grouper that knows the names of occupations of the catalogue.</summary>
    public static OfferGrouper Of(IEnumerable<CatalogueFacts> occupations) =>
        new(occupations.SelectMany(f => f.Names.SelectMany(n => new[] { n.Masculine, n.Feminine }).Append(f.Masculine).Append(f.Feminine)));

    /// <summary>Tells offers apart: the same groups whatever their order, and whether some of them were grouped before or not.</summary>
    /// <param name="offers">All that are to be told apart; a number stands once.</param>
    /// <param name="distinctions">Pairs of numbers of which somebody said that they are two posts: never in one group, not through a third either.</param>
    public OfferGroups Group(IEnumerable<OfferKey> offers, IEnumerable<(long First, long Second)> distinctions)
    {
        var compared = offers.OrderBy(o => o.Id).Select(o => new ComparedOffer(o, _occupations.Contains)).ToList();
        FindAgencies(compared);
        var same = new Dictionary<(long, long), OfferLink>();
        var several = new Dictionary<(long, long), OfferLink>();
        foreach (var (one, other) in Pairs(compared))
        {
            if (OfferComparison.Same(one, other) is { } likeness)
            {
                same.TryAdd((one.Id, other.Id), new OfferLink(one.Id, other.Id, likeness));
            }
            else if (OfferComparison.SeveralPlaces(one, other) is { } reason)
            {
                several.TryAdd((one.Id, other.Id), new OfferLink(one.Id, other.Id, reason));
            }
        }

        var byId = compared.ToDictionary(o => o.Id);
        var clusters = compared.ToDictionary(o => o.Id, o => new OfferCluster(o));
        foreach (var (first, second) in distinctions.Where(d => clusters.ContainsKey(d.First) && clusters.ContainsKey(d.Second)))
        {
            clusters[first].Others.Add(second);
            clusters[second].Others.Add(first);
        }

        var posts = Joined(clusters, Certain(same.Values, byId), byId, isSamePost: true);
        var postOf = clusters.ToDictionary(c => c.Key, c => c.Value.Members.Min(m => m.Id));
        var texts = Joined(clusters, several.Values, byId, isSamePost: false);
        return new OfferGroups(
            Groups(posts, id => postOf[id]),
            Groups([.. posts, .. texts], id => clusters[id].Members.Min(m => m.Id), group => group.Select(id => postOf[id]).Distinct().Skip(1).Any())
        );
    }

    /// <summary>The stems of a title, those of its masculine where it has both genders.</summary>
    internal static IReadOnlyList<string> StemsOf(string title) =>
        TitleWords.Of(title.AsSpan().IndexOfAny('/', '(') >= 0 && GenderedTitle.TryParse(title, out var both) ? both.Masculine : title);

    private static string KeyOf(string title) => string.Join(' ', StemsOf(title).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>Who looks for somebody through temporary contracts is an agency in its other offers too.</summary>
    private static void FindAgencies(List<ComparedOffer> offers)
    {
        var agencies = offers.Where(o => o.SaysAgency).Select(o => o.Employer.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var offer in offers.Where(o => o.Employer.Kind == EmployerNameKind.Own && agencies.Contains(o.Employer.Key)))
        {
            offer.IsAgency = true;
        }
    }

    private static IEnumerable<(ComparedOffer One, ComparedOffer Other)> Pairs(List<ComparedOffer> offers)
    {
        var blocks = new Dictionary<(char Kind, string Title, string What), List<ComparedOffer>>();
        foreach (var offer in offers)
        {
            if (offer.Number?.Core is { } number)
            {
                Add(('n', "", number));
            }

            if (offer.Employer.Kind is EmployerNameKind.Own or EmployerNameKind.Common)
            {
                Add(('e', offer.Title, offer.Employer.Key));
            }

            foreach (var town in offer.Towns)
            {
                Add(('t', offer.Title, town));
            }

            void Add((char, string, string) key)
            {
                if (!blocks.TryGetValue(key, out var block))
                {
                    blocks[key] = block = [];
                }

                block.Add(offer);
            }
        }

        foreach (var block in blocks.Values.Where(b => b.Count > 1))
        {
            block.Sort((a, b) => (a.Day ?? 0, a.Id).CompareTo((b.Day ?? 0, b.Id)));
            for (var one = 0; one < block.Count; one++)
            {
                for (var other = one + 1; other < block.Count && other <= one + MostCompared; other++)
                {
                    yield return block[one].Id < block[other].Id ? (block[one], block[other]) : (block[other], block[one]);
                }
            }
        }
    }

    /// <summary>Without what joins an offer that hides its employer with more than one employer.</summary>
    private static IEnumerable<OfferLink> Certain(IEnumerable<OfferLink> links, Dictionary<long, ComparedOffer> offers)
    {
        var all = links.ToList();
        var unclear = all.Where(l => l.Likeness == OfferLikeness.HiddenEmployer)
            .Select(l => IsHidden(l.FirstId) ? (Hidden: l.FirstId, Named: l.SecondId) : (Hidden: l.SecondId, Named: l.FirstId))
            .GroupBy(l => l.Hidden, l => offers[l.Named].Employer.Key)
            .Where(g => g.Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Select(g => g.Key)
            .ToHashSet();
        return all.Where(l => l.Likeness != OfferLikeness.HiddenEmployer || (!unclear.Contains(l.FirstId) && !unclear.Contains(l.SecondId)));

        bool IsHidden(long id) => offers[id].Employer.Kind is EmployerNameKind.Hidden or EmployerNameKind.Board;
    }

    /// <summary>Joins what may be joined, the surest first, and gives back the links that count.</summary>
    private static List<OfferLink> Joined(
        Dictionary<long, OfferCluster> clusters,
        IEnumerable<OfferLink> links,
        Dictionary<long, ComparedOffer> offers,
        bool isSamePost
    )
    {
        var counted = new List<OfferLink>();
        var sorted = links
            .OrderBy(l => l.Likeness)
            .ThenBy(l => offers[l.FirstId].DaysTo(offers[l.SecondId]))
            .ThenBy(l => l.FirstId)
            .ThenBy(l => l.SecondId);
        foreach (var link in sorted)
        {
            var (one, other) = (clusters[link.FirstId], clusters[link.SecondId]);
            if (one == other)
            {
                counted.Add(link);
            }
            else if (one.MayJoin(other, isSamePost))
            {
                var (large, small) = one.Members.Count >= other.Members.Count ? (one, other) : (other, one);
                large.Join(small);
                small.Members.ForEach(m => clusters[m.Id] = large);
                counted.Add(link);
            }
        }

        return counted;
    }

    private static List<OfferGroup> Groups(List<OfferLink> links, Func<long, long> groupOf, Func<IReadOnlyList<long>, bool>? isWanted = null) =>
        [
            .. links
                .GroupBy(l => groupOf(l.FirstId))
                .OrderBy(g => g.Key)
                .Select(g => new OfferGroup(
                    [.. g.SelectMany(l => new[] { l.FirstId, l.SecondId }).Distinct().Order()],
                    [.. g.OrderBy(l => l.FirstId).ThenBy(l => l.SecondId)]
                ))
                .Where(g => isWanted?.Invoke(g.Ids) ?? true),
        ];
}
