using System.Security.Cryptography;
using System.Text;
using CareerPortal.Data;

namespace CareerPortal.Offers.Sources;

/// <summary>The mark of what an offer says: the same for the same facts, whatever it said before.</summary>
internal static class OfferHash
{
    public static string Of(OfferFacts facts) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(StoredJson.Write(facts with { EarlierDates = [] }))));
}
