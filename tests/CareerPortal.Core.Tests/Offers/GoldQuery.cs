namespace CareerPortal.Core.Tests.Offers;

/// <summary>What somebody types, how fit offers are for it (1 to 3), and which must not be found.</summary>
internal sealed record GoldQuery(
    string Id,
    string Kind,
    string Q,
    IReadOnlyDictionary<string, int> Grades,
    IReadOnlyList<string>? MustNot,
    string? Scope
);
