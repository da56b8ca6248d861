namespace CareerPortal.Quiz.Items;

/// <summary>How the people behind start norms differ from one another and from those of another country.</summary>
/// <param name="Acquiescence">
/// Standard deviation of people's leaning to agree whatever is asked, in answer points of a scale of five.
/// </param>
/// <param name="Countries">Standard deviation (z) of the mean of one dimension between countries.</param>
/// <param name="CountriesInCommon">Standard deviation (z) of the part of it by which all dimensions of a country rise together.</param>
public sealed record PeopleNorms(double Acquiescence, double Countries, double CountriesInCommon);
