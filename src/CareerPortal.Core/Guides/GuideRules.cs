using CareerPortal.French;

namespace CareerPortal.Guides;

/// <summary>
/// What is wrong in one guide before anybody reads it: sections that lack, codes that lead nowhere, facts without a source, texts that are not
/// plain, French that is not French. Whoever lets a guide in or out asks here.
/// </summary>
public static class GuideRules
{
    private const string Root = "content";

    /// <summary>All that the rules say of a guide's document in a language, each with its path: first what keeps it from being published.</summary>
    public static IReadOnlyList<GuideFault> Check(GuideDocument document, string language, KnownCodes known)
    {
        var texts = PlainTexts.In(Root, document.Content);
        return [.. Errors(document, texts, language, known), .. GuideWarnings.Of(document, texts, language, known)];
    }

    /// <summary>What keeps a guide's document from being published; nothing where it may be.</summary>
    public static IReadOnlyList<GuideFault> Errors(GuideDocument document, string language, KnownCodes known) =>
        [.. Errors(document, PlainTexts.In(Root, document.Content), language, known)];

    private static IEnumerable<GuideFault> Errors(
        GuideDocument document,
        IReadOnlyList<(string Path, string Text)> texts,
        string language,
        KnownCodes known
    ) =>
        [
            .. SummaryFaults(document.Content),
            .. SectionFaults(document.Content, document.Kind),
            .. CodeFaults(document.Content, known),
            .. TextFaults(document, texts, language, known),
        ];

    private static IEnumerable<GuideFault> SummaryFaults(GuideContent content)
    {
        if (content.Summary.Length > GuideContent.SummaryMaxLength)
        {
            var value = $"{content.Summary.Length} > {GuideContent.SummaryMaxLength}";
            yield return new GuideFault($"{Root}.summary", FaultKind.TooLong, value);
        }
    }

    private static IEnumerable<GuideFault> SectionFaults(GuideContent content, GuideKind kind)
    {
        foreach (var part in GuideSections.Parts.Where(p => p.IsMissing(content, kind)))
        {
            yield return new GuideFault($"{Root}.{part.Path}", FaultKind.EmptySection);
        }

        if (GuideSections.Parts.Any(p => p.IsOutOfPlace(content, kind)))
        {
            yield return new GuideFault(Root, FaultKind.FigureInBriefGuide);
        }

        foreach (var fault in GuideSections.Parts.SelectMany(p => p.Faults(content)))
        {
            yield return fault with
            {
                Path = $"{Root}.{fault.Path}",
            };
        }
    }

    private static IEnumerable<GuideFault> CodeFaults(GuideContent content, KnownCodes known) =>
        GuideSections
            .Parts.SelectMany(p => p.References(content))
            .Where(r => !known.Knows(r.Kind, r.Code))
            .Select(r => new GuideFault($"{Root}.{r.Path}", FaultKind.UnknownCode, r.Code));

    private static IEnumerable<GuideFault> TextFaults(
        GuideDocument document,
        IReadOnlyList<(string Path, string Text)> texts,
        string language,
        KnownCodes known
    )
    {
        var spoken = GuideSections.Parts.Where(p => p.IsSpoken).Select(p => $"{Root}.{p.Path}").ToList();
        foreach (var (path, text) in texts)
        {
            if (PlainTexts.FaultOf(path, text, placeholder => IsFilled(path, placeholder, known), GuideSections.IsProse(path)) is { } fault)
            {
                yield return fault;
            }
            else if (language == Languages.Default)
            {
                foreach (var finding in FrenchFaults(path, text, document.Register, isSpoken: spoken.Exists(p => IsWithin(path, p))))
                {
                    yield return finding;
                }
            }
        }
    }

    /// <summary>Quotations are left out by both checks: that is how a guide writes what is not its own.</summary>
    private static IEnumerable<GuideFault> FrenchFaults(string path, string text, Register register, bool isSpoken)
    {
        foreach (var fault in ElisionCheck.Faults(text))
        {
            yield return new GuideFault(path, FaultKind.Elision, $"{fault.Found} → {fault.Suggestion}")
            {
                Mend = FrenchMends.Elided(path, text, fault),
            };
        }

        if (isSpoken || RegisterCheck.Against(text, register) is not { Count: > 0 } words)
        {
            yield break;
        }

        var mend = FrenchMends.InRegister(path, text, words);
        foreach (var word in words)
        {
            yield return new GuideFault(path, FaultKind.OtherRegister, word.Word) { Mend = mend };
        }
    }

    /// <summary>Lists show the summary as it stands; every other text of a guide is filled, where there is a minimum wage to fill it with.</summary>
    private static bool IsFilled(string path, string placeholder, KnownCodes known) =>
        path != $"{Root}.summary" && known.HasMinimumWage && MinimumWageWords.All.Contains(placeholder);

    private static bool IsWithin(string path, string part) =>
        path.StartsWith(part, StringComparison.Ordinal) && (path.Length == part.Length || path[part.Length] is '.' or '[');
}
