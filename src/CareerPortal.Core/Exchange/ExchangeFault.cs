namespace CareerPortal.Exchange;

/// <summary>Something wrong in an exchange file: which file, where in it, what, and the value at fault.</summary>
public sealed record ExchangeFault(string File, string Place, ExchangeFaultKind Kind, string? Value = null)
{
    public override string ToString() => Value is null ? $"{File}: {Place}: {Kind}" : $"{File}: {Place}: {Kind}: {Value}";
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
}
