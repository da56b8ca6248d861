namespace CareerPortal.Quiz.Matching;

/// <summary>How a person's answers stand to one occupation, beside people in general and beside its own people.</summary>
/// <param name="Evidence">
/// The logarithm of how much likelier the answers are from somebody in the occupation than from people in general; 0 where nothing was asked that
/// the occupation knows.
/// </param>
/// <param name="Nearness">
/// How much nearer than people in general who answer the same questions, in standard deviations of theirs.
/// </param>
/// <param name="Typicality">Where the person lies among the occupation's own people, in standard deviations of theirs; below 0 farther than most.</param>
/// <param name="Order">By this occupations are ordered: the nearness, less what is taken off those that come first for too many.</param>
public readonly record struct OccupationFit(double Evidence, double Nearness, double Typicality, double Order)
{
    /// <summary>Nineteen in twenty of the occupation's own people lie above this typicality.</summary>
    public const double LeastTypicality = -1.645;

    /// <summary>Two occupations whose numbers differ by no more than this are equals.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>Whether the occupation fits: the answers speak for it, and one in twenty of its own people at least lies as far from it.</summary>
    public bool IsGood => Evidence > Tolerance && Typicality > LeastTypicality;

    /// <summary>Whether nothing that was answered tells two occupations apart.</summary>
    public bool Equals(OccupationFit other, double tolerance) =>
        Math.Abs(Nearness - other.Nearness) <= tolerance && Math.Abs(Evidence - other.Evidence) <= tolerance;
}
