using System.Globalization;
using CareerPortal.Exchange;
using CareerPortal.Occupations;
using Microsoft.Extensions.Primitives;

namespace CareerPortal.Web.Workspace.Impact;

/// <summary>Requirements as the form of the page sends them: a few fields for each quality, a quality without importance not required.</summary>
internal static class ProposedRequirements
{
    public static string Importance(string quality) => $"{quality}.importance";

    public static string Level(string quality) => $"{quality}.level";

    public static string Surplus(string quality) => $"{quality}.surplus";

    public static string Items(string quality) => $"{quality}.items";

    /// <summary>Reads them; what cannot be read becomes a value out of range, which the rules refuse.</summary>
    public static IReadOnlyList<RequirementEntry> Read(IFormCollection form, IEnumerable<string> qualities) =>
        [
            .. from quality in qualities
            let importance = form[Importance(quality)].ToString()
            where importance.Length > 0
            let items = form[Items(quality)].Where(i => !string.IsNullOrEmpty(i)).Select(i => i!).ToList()
            select new RequirementEntry(
                quality,
                Whole(importance),
                Whole(form[Level(quality)]),
                RequirementOrigin.Counsellor,
                Share(form[Surplus(quality)]),
                items.Count == 0 ? null : items
            ),
        ];

    private static int Whole(StringValues typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static double Share(StringValues typed) =>
        double.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
