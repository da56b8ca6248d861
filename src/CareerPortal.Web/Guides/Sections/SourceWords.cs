using CareerPortal.Directories;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Guides.Sections;

/// <summary>
/// How a source's publisher and date are written: the initiator is named in the reader's language, and of the initiator's documents only the
/// month is known.
/// </summary>
internal static class SourceWords
{
    public static string? Day(Source source) =>
        source.PublishedOn is { } day
            ? source.Kind == SourceKind.InitiatorDocument
                ? Site.Month(day)
                : Site.Long(day)
            : null;

    public static string Publisher(Source source, IStringLocalizer<PortalTexts> texts) =>
        source.Kind == SourceKind.InitiatorDocument ? Site.Say(texts["Source.Initiator"]) : Site.Set(source.Publisher);

    /// <summary>What the element that holds a publisher says of its language: names stand as they were published for readers of French.</summary>
    public static string? PublisherLanguage(Source source) =>
        source.Kind == SourceKind.InitiatorDocument || Site.Language == Languages.Default ? null : Languages.Default;
}
