namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>A column of an answer: its name there, and the table and column it comes from where that is known.</summary>
internal sealed record AnswerColumn(string? Table, string Column, string Name);
