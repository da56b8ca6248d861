namespace CareerPortal.Search;

/// <summary>Words that found nothing, in a language, how often and where.</summary>
public sealed record MissedWords(string Language, string Words, int Count, SearchedIn In = SearchedIn.Guides);
