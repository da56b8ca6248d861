using CareerPortal.Guides;

namespace CareerPortal.Exchange;

/// <summary>Something wrong in an exchange file: which file, where in it, what, and the value at fault.</summary>
public sealed record ExchangeFault(string File, string Place, ExchangeFaultKind Kind, string? Value = null)
{
    /// <summary>A fault of a guide in the file that it came from.</summary>
    public static ExchangeFault Of(string file, GuideFault fault) => new(file, fault.Path, KindOf(fault.Kind), fault.Value);

    public override string ToString() => Value is null ? $"{File}: {Place}: {Kind}" : $"{File}: {Place}: {Kind}: {Value}";

    private static ExchangeFaultKind KindOf(GuideFaultKind kind) =>
        kind switch
        {
            GuideFaultKind.UnknownCode => ExchangeFaultKind.UnknownCode,
            GuideFaultKind.EmptySection => ExchangeFaultKind.EmptySection,
            GuideFaultKind.EmptyText => ExchangeFaultKind.EmptyText,
            GuideFaultKind.TooLong => ExchangeFaultKind.TooLong,
            GuideFaultKind.Markup => ExchangeFaultKind.Markup,
            GuideFaultKind.MissingSource => ExchangeFaultKind.MissingSource,
            GuideFaultKind.UnknownPlaceholder => ExchangeFaultKind.UnknownPlaceholder,
            GuideFaultKind.FigureInBriefGuide => ExchangeFaultKind.FigureInBriefGuide,
            GuideFaultKind.ReversedRange => ExchangeFaultKind.ReversedRange,
            GuideFaultKind.Elision => ExchangeFaultKind.Elision,
            GuideFaultKind.OtherRegister => ExchangeFaultKind.OtherRegister,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}

/// <summary>What can be wrong in an exchange file.</summary>
public enum ExchangeFaultKind
{
    Unreadable,
    UnknownFile,
    UnknownFormat,
    UnknownLanguage,
    InvalidCode,
    DuplicateCode,
    UnknownCode,
    EmptySection,
    EmptyText,
    TooLong,
    Markup,
    MissingSource,
    NotAWebAddress,
    HomePageForALaw,
    UnmarkedDocument,
    UnknownPlaceholder,
    FigureInBriefGuide,
    ReversedRange,
    OutOfRange,
    Elision,
    OtherRegister,
}
