using CareerPortal.Directories;

namespace CareerPortal.Finding;

/// <summary>What a training centre is found by.</summary>
internal sealed record KnownCentre(string Code, string Name, TrainingCentreKind Kind, string Postcode, string Locality);
