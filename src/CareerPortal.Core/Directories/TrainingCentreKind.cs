namespace CareerPortal.Directories;

/// <summary>What kind of body trains there.</summary>
public enum TrainingCentreKind
{
    PublicService,
    CompetenceCentre,
    HigherEducation,
    WorkLinkedTraining,
    Association,
}
