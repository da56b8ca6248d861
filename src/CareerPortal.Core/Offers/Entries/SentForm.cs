using System.Security.Cryptography;
using System.Text.Json;

namespace CareerPortal.Offers.Entries;

/// <summary>Tells a form that is sent twice from another one that is written on the same page after going back.</summary>
internal static class SentForm
{
    /// <summary>The same for the same page, text and sender; another one where any of them differs.</summary>
    public static Guid KeyOf(Guid page, OfferForm form, string sender)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(page.ToByteArray());
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(form));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(sender));
        return new Guid(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
