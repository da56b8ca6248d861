namespace CareerPortal.Compatibility;

/// <summary>For how many days a quiz is kept.</summary>
public sealed record QuizSettings
{
    public int KeepDays { get; init; } = 30;
}
