namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>A scale that real people answered, turned so that more is what an employer would want more of.</summary>
/// <param name="Name">Its name in the data.</param>
/// <param name="Family">The family of traits it belongs to.</param>
/// <param name="Items">Columns of its items, and whether agreeing speaks against the turned scale.</param>
internal sealed record RealScale(string Name, string Family, IReadOnlyList<(string Item, bool IsReversed)> Items);
