namespace CareerPortal.Compatibility;

/// <summary>How many questions a quiz asks and for how many days it is kept.</summary>
public sealed record QuizSettings
{
    public int Questions { get; init; } = 16;

    public int KeepDays { get; init; } = 30;
}
