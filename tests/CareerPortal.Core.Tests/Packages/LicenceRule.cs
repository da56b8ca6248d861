namespace CareerPortal.Core.Tests.Packages;

/// <summary>What a package's licence may be: free to use, change and pass on, without conditions on the portal's own code.</summary>
internal static class LicenceRule
{
    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "MIT",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "MS-PL",
        "ISC",
        "0BSD",
        "Unlicense",
    };

    /// <summary>One line for each package that may not be used, with what it says of its licence.</summary>
    public static IReadOnlyList<string> Faults(IEnumerable<RestoredPackage> packages, IReadOnlyCollection<LicenceException> exceptions) =>
        [
            .. packages
                .Where(p => !(p.Expression is { } expression && Allows(expression)) && !exceptions.Any(e => Covers(e, p)))
                .Select(p => $"{p.Id} {p.Version}: {p.Expression ?? Opening(p.Text!)}"),
        ];

    public static bool Covers(LicenceException exception, RestoredPackage package) =>
        exception.Package.Equals(package.Id, StringComparison.OrdinalIgnoreCase)
        && (package.Expression?.Equals(exception.Says, StringComparison.Ordinal) ?? package.Text!.Contains(exception.Says, StringComparison.Ordinal));

    /// <summary>
    /// Of licences joined by OR one may be chosen; of those joined by AND each holds. Between brackets no choice is made: each must be allowed.
    /// </summary>
    private static bool Allows(string expression) =>
        expression.Contains('(', StringComparison.Ordinal)
            ? expression.Split([' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries).All(word => word is "OR" or "AND" || Allowed.Contains(word))
            : expression.Split(" OR ").Any(choice => choice.Split(" AND ").All(l => Allowed.Contains(l.Trim())));

    private static string Opening(string text) => text.ReplaceLineEndings(" ").Trim() is { Length: > 80 } longText ? longText[..80] : text.Trim();
}
