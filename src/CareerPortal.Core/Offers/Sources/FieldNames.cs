namespace CareerPortal.Offers.Sources;

/// <summary>What a source calls its fields, so that an unknown label is shown under the name it has there.</summary>
public sealed record FieldNames(
    string Contract,
    string Regime,
    string Studies,
    string Languages,
    string Experience,
    string Licences,
    string Sectors,
    string Places
)
{
    public static FieldNames Own { get; } = new("contract", "regime", "studies", "languages", "experience", "licences", "sectors", "places");

    public static FieldNames Forem { get; } =
        new("typecontrat", "regimetravail", "niveauxetudes", "langues", "experiencerequise", "permisdeconduire", "secteurs", "lieuxtravaillocalite");
}
