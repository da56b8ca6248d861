namespace CareerPortal.Catalogue;

/// <summary>What a <see cref="CatalogueTerm"/> names.</summary>
public enum TermKind
{
    Field,
    Domain,
    Family,
    Context,
    SoftSkill,
    Interest,
    Sector,

    /// <summary>A branch of NACE Rev. 2, section to class.</summary>
    Nace,
}
