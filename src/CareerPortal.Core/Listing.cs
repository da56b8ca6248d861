namespace CareerPortal;

/// <summary>One page of a list.</summary>
public sealed record Listing<T>(IReadOnlyList<T> Items, int Total, int Page, int Pages);
