using CareerPortal.Offers.Board;

namespace CareerPortal.Offers.Shortlist;

/// <summary>
/// What somebody without an account chose on the board: offers to keep, and offers, employers and agencies not to be shown. It lives in their browser
/// alone, as numbers, and is small: what does not fit is refused, never dropped.
/// </summary>
public sealed record OfferChoices
{
    public const int MostKept = 100;
    public const int MostHidden = 100;
    public const int MostEmployers = 30;

    /// <summary>No browser keeps a cookie of more than 4 096 characters with its name.</summary>
    public const int LongestText = 3500;

    public static readonly OfferChoices None = new();

    private const string Version = "1";
    private const char Between = '.';
    private const char EmployersBetween = '-';
    private const char AgenciesMark = 'a';
    private const char UnnotedMark = 'n';

    /// <summary>In the order in which they were kept.</summary>
    public IReadOnlyList<long> Kept { get; init; } = [];

    public IReadOnlyList<long> Hidden { get; init; } = [];

    /// <summary>Employers by their keys (<see cref="EmployerKey"/>).</summary>
    public IReadOnlyList<string> Employers { get; init; } = [];

    public bool HidesAgencies { get; init; }

    /// <summary>Whether the browser is not to note which offers were opened.</summary>
    public bool NotesNothing { get; init; }

    public bool HidesAnything => Hidden.Count > 0 || Employers.Count > 0 || HidesAgencies;

    /// <summary>What the board leaves out.</summary>
    public OfferVeil Veil => new(Hidden, Employers, HidesAgencies);

    /// <summary>Reads what a browser sends: what it cannot have been given is left out.</summary>
    public static OfferChoices Read(string? text)
    {
        if (text is null || text.Length > LongestText || text.Split(Between) is not [Version, var kept, var hidden, var employers, var marks])
        {
            return None;
        }

        return new OfferChoices
        {
            Kept = OfferNumbers.Read(kept, MostKept),
            Hidden = OfferNumbers.Read(hidden, MostHidden),
            Employers = [.. employers.Split(EmployersBetween).Where(EmployerKey.Is).Distinct(StringComparer.Ordinal).Take(MostEmployers)],
            HidesAgencies = marks.Contains(AgenciesMark, StringComparison.Ordinal),
            NotesNothing = marks.Contains(UnnotedMark, StringComparison.Ordinal),
        };
    }

    /// <summary>The same with an offer kept; null where no more can be.</summary>
    public OfferChoices? Keep(long offer) =>
        Kept.Contains(offer) ? this
        : Kept.Count < MostKept ? Fitting(this with { Kept = [.. Kept, offer] })
        : null;

    public OfferChoices Drop(long offer) => this with { Kept = [.. Kept.Where(o => o != offer)] };

    /// <summary>The same with an offer hidden; null where no more can be.</summary>
    public OfferChoices? Hide(long offer) =>
        Hidden.Contains(offer) ? this
        : Hidden.Count < MostHidden ? Fitting(this with { Hidden = [.. Hidden, offer] })
        : null;

    public OfferChoices Show(IEnumerable<long> offers) => this with { Hidden = [.. Hidden.Except(offers)] };

    /// <summary>The same without hidden offers that nobody can see any more.</summary>
    public OfferChoices Tidy(Func<long, bool> isOpen) => this with { Hidden = [.. Hidden.Where(isOpen)] };

    /// <summary>The same with an employer hidden; null where no more can be.</summary>
    public OfferChoices? HideEmployer(string key) =>
        Employers.Contains(key, StringComparer.Ordinal) ? this
        : Employers.Count < MostEmployers ? Fitting(this with { Employers = [.. Employers, key] })
        : null;

    public OfferChoices ShowEmployer(string key) => this with { Employers = [.. Employers.Where(e => e != key)] };

    /// <summary>As a cookie holds it, without a sign that would have to be written otherwise there; empty where nothing was chosen.</summary>
    public override string ToString() =>
        Kept.Count == 0 && !HidesAnything && !NotesNothing
            ? ""
            : string.Join(
                Between,
                Version,
                OfferNumbers.Write(Kept),
                OfferNumbers.Write(Hidden),
                string.Join(EmployersBetween, Employers),
                $"{(HidesAgencies ? AgenciesMark : null)}{(NotesNothing ? UnnotedMark : null)}"
            );

    private static OfferChoices? Fitting(OfferChoices choices) => choices.ToString().Length <= LongestText ? choices : null;
}
