namespace CareerPortal.Web.Workspace.Directories;

/// <summary>Which words tell of a fault: some are not met in entries and parameters, and are told by their place.</summary>
internal static class FaultWords
{
    private static readonly HashSet<FaultKind> Told =
    [
        FaultKind.Unreadable,
        FaultKind.InvalidCode,
        FaultKind.DuplicateCode,
        FaultKind.UnknownCode,
        FaultKind.EmptySection,
        FaultKind.EmptyText,
        FaultKind.TooLong,
        FaultKind.Markup,
        FaultKind.NotAWebAddress,
        FaultKind.HomePageForALaw,
        FaultKind.UnmarkedDocument,
        FaultKind.OutOfRange,
        FaultKind.NotAPostcode,
        FaultKind.OutsideBelgium,
    ];

    public static string Of(FaultKind kind) => Told.Contains(kind) ? kind.ToString() : "Other";
}
