using CareerPortal.Quiz.Matching;

namespace CareerPortal.Quiz.Evaluation;

/// <summary>An occupation as a quiz sees it, for the tests of which questions are asked.</summary>
/// <param name="Profile">What it asks for, the most important first.</param>
/// <param name="Interests">Its six interests (z, in Holland's order), or none where they are not known.</param>
/// <param name="Main">Its main qualities.</param>
public sealed record AskedOfOccupation(OccupationProfile Profile, IReadOnlyList<double> Interests, IReadOnlyList<string> Main);
