using System.Collections.Frozen;
using CareerPortal.French;

namespace CareerPortal.Offers.Doubles;

/// <summary>An offer made ready to be compared.</summary>
internal sealed class ComparedOffer
{
    private const string VaguePlace = "arrondissement ";

    /// <summary>So many words tell something even where they are the name of an occupation.</summary>
    private const int TellingWords = 3;

    private readonly (string Postcode, string City)[] _towns;
    private readonly HashSet<string> _stems;

    public ComparedOffer(OfferKey offer, Func<string, bool> isOccupation)
    {
        (Id, Contract, Day) = (offer.Id, offer.Contract, offer.Published?.DayNumber);
        Employer = EmployerName.Of(offer.Employer);
        IsAgency = offer.IsAgency ?? (Employer.IsAgency || offer.Contract is ContractKind.Temporary or ContractKind.TemporaryToPermanent);
        SaysAgency = IsAgency && Employer.Kind == EmployerNameKind.Own;
        Number = OfferNumber.Of(offer.Reference);
        _towns =
        [
            .. offer
                .Towns.Select(t => (Postcode: (t.Postcode ?? "").Trim(), City: TitleWords.Fold(t.City ?? "")))
                .Where(t => t.Postcode.Length > 0 || t.City.Length > 0)
                .Distinct()
                .Order(),
        ];
        var stems = StemsOf(offer.Title);
        _stems = [.. stems];
        Title = string.Join(' ', _stems.Order(StringComparer.Ordinal));
        var words = _stems.Count(s => s.Length > 2);
        IsTelling = words >= TellingWords || (words > 1 && !isOccupation(Title));
    }

    public long Id { get; }

    /// <summary>The stems of its title without what is hung on it, in alphabetical order.</summary>
    public string Title { get; }

    /// <summary>The title says more than the name of an occupation: another offer with it is hardly so by chance.</summary>
    public bool IsTelling { get; }

    public EmployerName Employer { get; }

    /// <summary>An agency looks for somebody, by what is said of this offer or of another with the same name.</summary>
    public bool IsAgency { get; set; }

    /// <summary>This offer alone says that the employer it names is an agency.</summary>
    public bool SaysAgency { get; }

    public ContractKind? Contract { get; }

    public OfferNumber? Number { get; }

    /// <summary>The day on which it was published, counted from the year 1; null where unknown.</summary>
    public int? Day { get; }

    /// <summary>Under what else it is looked for: each postcode and each name of a town.</summary>
    public IEnumerable<string> Towns =>
        _towns.SelectMany(t => new[] { t.Postcode, t.City }).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>The places as one text: offers with the same text are for the same places.</summary>
    public string Places => string.Join('|', _towns.Select(t => $"{t.Postcode} {t.City}"));

    public int DaysTo(ComparedOffer other) => Day is { } own && other.Day is { } theirs ? Math.Abs(own - theirs) : 0;

    /// <summary>True: the same places. False: others. Null: it cannot be told.</summary>
    public bool? IsAt(ComparedOffer other)
    {
        if (_towns.Length == 0 || other._towns.Length == 0)
        {
            return null;
        }

        var found = _towns.Count(own => Array.Exists(other._towns, theirs => IsSameTown(own, theirs) == true));
        var foundThere = other._towns.Count(theirs => Array.Exists(_towns, own => IsSameTown(own, theirs) == true));
        if (found == _towns.Length && foundThere == other._towns.Length)
        {
            return true;
        }

        var canBe = Array.Exists(_towns, own => Array.Exists(other._towns, theirs => IsSameTown(own, theirs) != false));
        return canBe ? null : false;
    }

    /// <summary>Whether nothing of the contract speaks against one post.</summary>
    public bool MayHaveContractOf(ComparedOffer other) => Contract is null || other.Contract is null || Known(Contract) == Known(other.Contract);

    /// <summary>Whether one title says all that the other says, or most of it.</summary>
    public bool AgreesWith(ComparedOffer other)
    {
        var shared = _stems.Count(other._stems.Contains);
        return shared > 0 && (shared == Math.Min(_stems.Count, other._stems.Count) || shared >= 0.6 * _stems.Union(other._stems).Count());
    }

    // Where a board has no « travail nettement défini », it says « durée déterminée ».
    private static ContractKind? Known(ContractKind? contract) => contract is ContractKind.DefinedWork ? ContractKind.FixedTerm : contract;

    private static bool? IsSameTown((string Postcode, string City) own, (string Postcode, string City) theirs)
    {
        var (vague, theirsVague) = (
            own.City.StartsWith(VaguePlace, StringComparison.Ordinal),
            theirs.City.StartsWith(VaguePlace, StringComparison.Ordinal)
        );
        if (own.City.Length > 0 && own.City == theirs.City)
        {
            return true;
        }

        var isSameCode = own.Postcode.Length > 0 && own.Postcode == theirs.Postcode;
        if (vague != theirsVague)
        {
            var (wide, narrow) = vague ? (own, theirs) : (theirs, own);
            return isSameCode || narrow.City.Length == 0 || wide.City.EndsWith(narrow.City, StringComparison.Ordinal) ? null : false;
        }

        return isSameCode ? true
            : (own.Postcode.Length > 0 && theirs.Postcode.Length > 0) || (own.City.Length > 0 && theirs.City.Length > 0) ? false
            : null;
    }

    private List<string> StemsOf(string title)
    {
        var names = Towns.ToFrozenSet(StringComparer.Ordinal);
        var bare = OfferTitle.Bare(title, names.Contains);
        var stems = OfferGrouper.StemsOf(bare).ToList();
        foreach (var town in _towns)
        {
            IReadOnlyList<string>[] parts = [TitleWords.Of(town.City), town.Postcode.Length > 0 ? [town.Postcode] : []];
            foreach (var part in parts.Where(p => p.Count > 0))
            {
                if (stems.Count > part.Count && stems.TakeLast(part.Count).SequenceEqual(part, StringComparer.Ordinal))
                {
                    stems.RemoveRange(stems.Count - part.Count, part.Count);
                }

                if (stems.Count > part.Count && stems.Take(part.Count).SequenceEqual(part, StringComparer.Ordinal))
                {
                    stems.RemoveRange(0, part.Count);
                }
            }
        }

        return stems;
    }
}
