namespace CareerPortal.Search;

/// <summary>Words that found nothing, in a language, and how often.</summary>
public sealed record MissedWords(string Language, string Words, int Count);
