using System.Globalization;
using CareerPortal.Offers.Board;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Offers.Shortlist;

/// <summary>The addresses of the shortlist, and what its buttons send.</summary>
internal static class ShortlistPath
{
    public const string Page = "/offres/ma-liste";
    public const string Sheet = "/offres/ma-liste.csv";

    private const int LongestBack = 2000;

    /// <summary>What a button for an offer sends.</summary>
    public static string Value(ShortlistStep step, long offer) => string.Create(CultureInfo.InvariantCulture, $"{step}:{offer}");

    /// <summary>Where an offer's card stands on a page.</summary>
    public static string AnchorOf(long offer) => string.Create(CultureInfo.InvariantCulture, $"offre-{offer}");

    /// <summary>The page that a form was sent from, where it is one of the board; the shortlist for whatever else is sent.</summary>
    public static string Back(string? sent)
    {
        var board = Site.Link(OfferAddress.Path);
        var isOfBoard =
            sent is { Length: <= LongestBack }
            && sent.StartsWith(board, StringComparison.Ordinal)
            && (sent.Length == board.Length || sent[board.Length] is '/' or '?')
            && sent.All(c => c is > ' ' and < '\u007F' and not '\\' and not '#')
            && !sent.Contains("//", StringComparison.Ordinal)
            && !sent.Contains("..", StringComparison.Ordinal)
            && !sent.Split('?')[0].Contains('%');
        return isOfBoard ? sent! : Site.Link(Page);
    }
}
