using CareerPortal.Offers.Board;
using CareerPortal.Offers.Shortlist;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Offers.Shortlist;

/// <summary>What the browser of a request has chosen on the board, and has opened of it.</summary>
public sealed class ReaderChoices
{
    /// <summary>After so long without a change the browser forgets it.</summary>
    public const int KeptDays = 180;

    /// <summary>What an address says where hidden offers are to be shown all the same.</summary>
    public const string LiftedKey = "masquees";
    public const string LiftedWord = "montrer";

    private readonly SeenOffers _seen;

    private ReaderChoices(OfferChoices choices, SeenOffers seen, bool isLifted) => (Choices, _seen, IsLifted) = (choices, seen, isLifted);

    public OfferChoices Choices { get; }

    public int Opened => _seen.Count;

    public bool IsLifted { get; }

    public OfferVeil Veil => Choices.Veil with { IsLifted = IsLifted };

    public static ReaderChoices Of(HttpContext context)
    {
        var (request, query) = (context.Request.Cookies, context.Request.Query);
        return new ReaderChoices(
            OfferChoices.Read(request[ReaderCookies.Choices]),
            SeenOffers.Read(request[ReaderCookies.Seen]),
            query[LiftedKey] == LiftedWord
        );
    }

    /// <summary>Whether one of the offers, which are the same post, was opened.</summary>
    public bool HasSeen(IEnumerable<long> offers) => offers.Any(_seen.Has);

    /// <summary>Notes that an offer's page was opened, unless the reader does not want that.</summary>
    public void NoteSeen(HttpContext context, long offer, DateTimeOffset now)
    {
        if (!Choices.NotesNothing && PageVisit.IsSeen(context) && !context.Response.HasStarted)
        {
            ReaderCookies.Keep(context, ReaderCookies.Seen, _seen.With(offer).ToString(), now.AddDays(KeptDays));
        }
    }

    public static void Save(HttpContext context, OfferChoices choices, DateTimeOffset now)
    {
        if (choices.ToString() is { Length: > 0 } text)
        {
            ReaderCookies.Keep(context, ReaderCookies.Choices, text, now.AddDays(KeptDays));
        }
        else
        {
            ReaderCookies.Erase(context, ReaderCookies.Choices);
        }
    }
}
