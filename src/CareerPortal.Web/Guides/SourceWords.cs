using CareerPortal.Sources;
using CareerPortal.Web.Shared;

namespace CareerPortal.Web.Guides;

/// <summary>How a source's date is written: of the initiator's documents only the month is known.</summary>
internal static class SourceWords
{
    public static string? Day(Source source) => source.PublishedOn is { } day
        ? source.Kind == SourceKind.InitiatorDocument ? Site.Month(day) : Site.Long(day)
        : null;
}
