namespace CareerPortal.Offers.Doubles;

/// <summary>What kind of name stands where an employer's should.</summary>
internal enum EmployerNameKind
{
    Own,

    /// <summary>« Commune », « CPAS »: the same employer in one town, another in the next.</summary>
    Common,

    /// <summary>The name of the board that shows the offer.</summary>
    Board,
    Hidden,
}
