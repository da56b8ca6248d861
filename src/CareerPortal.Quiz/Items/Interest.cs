using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Quiz.Items;

/// <summary>One of Holland's interests.</summary>
/// <param name="Id">The dimension, such as "interest-r".</param>
/// <param name="Label">The name a reader sees.</param>
/// <param name="Definition">One sentence on what it means.</param>
public sealed record Interest(string Id, QuizText Label, QuizText Definition);
