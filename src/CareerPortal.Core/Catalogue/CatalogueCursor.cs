using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace CareerPortal.Catalogue;

/// <summary>Where somebody stands who follows the catalogue: at a state of it, or on the way from one state to another.</summary>
/// <param name="Reached">The state that is known once the way is done.</param>
/// <param name="From">The state that the way began with; null where nothing was known.</param>
/// <param name="After">The code after which the next page begins; null where the way is done.</param>
public sealed record CatalogueCursor(CatalogueMoment Reached, CatalogueMoment? From = null, string? After = null)
{
    /// <summary>No cursor is longer.</summary>
    public const int MaxLength = 600;

    private const string Format = "1";
    private const int MomentParts = 4;

    /// <summary>The state that whoever holds the cursor has in full; null where there is none yet.</summary>
    public CatalogueMoment? Known => After is null ? Reached : From;

    /// <summary>The cursor as one word for addresses.</summary>
    public string Write()
    {
        var parts = new List<string> { Format };
        parts.AddRange(PartsOf(Reached));
        if (After is not null)
        {
            parts.Add(Uri.EscapeDataString(After));
            parts.AddRange(From is null ? [] : PartsOf(From));
        }

        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('|', parts)));
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null for anything else.</summary>
    public static CatalogueCursor? Read(string? word)
    {
        if (word is not { Length: > 0 and <= MaxLength } || !Base64Url.IsValid(word))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(word)).Split('|');
        if (parts[0] != Format || MomentOf(parts, 1) is not { } reached)
        {
            return null;
        }

        var rest = parts.Length - 1 - MomentParts;
        return rest switch
        {
            0 => new CatalogueCursor(reached),
            1 => new CatalogueCursor(reached, After: Uri.UnescapeDataString(parts[^1])),
            1 + MomentParts when MomentOf(parts, parts.Length - MomentParts) is { } from => new CatalogueCursor(
                reached,
                from,
                Uri.UnescapeDataString(parts[1 + MomentParts])
            ),
            _ => null,
        };
    }

    private static IEnumerable<string> PartsOf(CatalogueMoment moment) =>
        [
            moment.Mark.ToString("N"),
            moment.Read.ToString(CultureInfo.InvariantCulture),
            moment.Newest.ToString(CultureInfo.InvariantCulture),
            Uri.EscapeDataString(moment.Edition),
        ];

    private static CatalogueMoment? MomentOf(string[] parts, int at) =>
        parts.Length >= at + MomentParts
        && Guid.TryParseExact(parts[at], "N", out var mark)
        && long.TryParse(parts[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var read)
        && long.TryParse(parts[at + 2], NumberStyles.None, CultureInfo.InvariantCulture, out var newest)
            ? new CatalogueMoment(mark, read, newest, Uri.UnescapeDataString(parts[at + 3]))
            : null;
}
