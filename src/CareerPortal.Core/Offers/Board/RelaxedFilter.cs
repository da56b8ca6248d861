namespace CareerPortal.Offers.Board;

/// <summary>A question with one filter less, and how many offers answer it.</summary>
/// <param name="Filter">Which was left out: a facet's name, or Text, Word, Place, Occupation, Days, Pay.</param>
/// <param name="Without">The question without it.</param>
/// <param name="Count">How many offers answer that.</param>
/// <param name="Word">The word that was left out, where it is one of several.</param>
public sealed record RelaxedFilter(string Filter, OfferQuery Without, int Count, string? Word = null);
