using CareerPortal.Compatibility;

namespace CareerPortal.Web.Quiz;

/// <summary>The filter of a result as it stands in the address.</summary>
internal static class SuggestionQuery
{
    public const string StudiesKey = "etudes";
    public const string TeleworkKey = "teletravail";
    public const string FieldKey = "domaine";
    public const string ShortageKey = "penurie";

    /// <summary>The regions that have lists of shortages.</summary>
    public static IReadOnlyList<string> Regions { get; } = ["bruxelles", "flandre", "wallonie"];

    /// <summary>The filter that an address asks for; what it says that means nothing is passed over.</summary>
    public static SuggestionFilter Read(IQueryCollection query)
    {
        var field = query[FieldKey].ToString();
        var region = query[ShortageKey].ToString();
        return new SuggestionFilter
        {
            Studies = Enum.TryParse<ShelfStudies>(query[StudiesKey], out var studies) && Enum.IsDefined(studies) ? studies : null,
            Telework = query[TeleworkKey] == "1",
            Field = field is [>= 'A' and <= 'Z'] ? field : null,
            Shortage = Regions.Contains(region) ? region : null,
        };
    }
}
