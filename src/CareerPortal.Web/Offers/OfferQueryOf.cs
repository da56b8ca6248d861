using CareerPortal.Offers.Board;

namespace CareerPortal.Web.Offers;

/// <summary>What the address of a request asks of the board.</summary>
internal static class OfferQueryOf
{
    public static OfferQuery Request(HttpRequest request) => OfferAddress.Read(Parameters(request));

    public static IEnumerable<KeyValuePair<string, string?>> Parameters(HttpRequest request) =>
        request.Query.SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v)));
}
