using CareerPortal.Offers.Board;
using CareerPortal.Offers.Shortlist;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.WebUtilities;

namespace CareerPortal.Web.Offers.Shortlist;

/// <summary>Where a reader goes on once a choice was made: at the card that it was made on, or at the one that has come to stand there.</summary>
internal static class ShortlistPlace
{
    /// <summary>Where what an offer's page lets its reader do stands.</summary>
    public const string OfOffer = "choix";

    /// <summary>Where it is said how many offers are hidden.</summary>
    public const string Hidden = "masquees";

    /// <summary>The page with the place on it; the page alone where nothing on it is known.</summary>
    /// <param name="page">The page that the choice was made on.</param>
    /// <param name="offer">What it was made about.</param>
    /// <param name="before">What was chosen until then.</param>
    /// <param name="after">What is chosen now.</param>
    /// <param name="board">The board as it stands, if it does.</param>
    /// <param name="today">The day in Belgium.</param>
    public static string On(string page, long offer, OfferChoices before, OfferChoices after, BoardState? board, DateOnly today)
    {
        var (path, asked) = page.Split('?', 2) is [var head, var tail] ? (head, tail) : (page, "");
        var place =
            path == Site.Link(ShortlistPath.Page)
                ? CardOf([.. before.Kept.Reverse().Select(id => new OfferHit(id, null, []))], offer, [.. after.Kept])
            : path != Site.Link(OfferAddress.Path) ? OfOffer
            : board is null ? null
            : OnBoard(asked, offer, before, after, board, today);
        return place is null ? page : $"{page}#{place}";
    }

    private static string? OnBoard(string asked, long offer, OfferChoices before, OfferChoices after, BoardState board, DateOnly today)
    {
        var sent = QueryHelpers.ParseQuery(asked);
        var query = OfferAddress.Read(sent.SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v))));
        var isLifted = sent.TryGetValue(ReaderChoices.LiftedKey, out var word) && word == ReaderChoices.LiftedWord;
        return CardOf(PageWith(before), offer, [.. PageWith(after).Select(h => h.Id)]) ?? (after.HidesAnything ? Hidden : null);

        IReadOnlyList<OfferHit> PageWith(OfferChoices choices) => board.Find(query, today, choices.Veil with { IsLifted = isLifted }).Page;
    }

    /// <summary>The offer's card, else the next that still stands, else the last before it.</summary>
    private static string? CardOf(IReadOnlyList<OfferHit> cards, long offer, HashSet<long> standing)
    {
        var at = cards.Index().Where(c => c.Item.Id == offer || c.Item.Others.Contains(offer)).Select(c => c.Index).DefaultIfEmpty(-1).First();
        return at < 0
            ? null
            : cards
                .Skip(at)
                .Concat(cards.Take(at).Reverse())
                .Where(c => standing.Contains(c.Id))
                .Select(c => ShortlistPath.AnchorOf(c.Id))
                .FirstOrDefault();
    }
}
