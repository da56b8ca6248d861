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
}
