namespace CareerPortal.Compatibility;

/// <summary>For how many days a quiz is kept, and by which key shared answers are.</summary>
public sealed record QuizSettings
{
    public int KeepDays { get; init; } = 30;

    /// <summary>In base 64; null where the store makes and keeps one.</summary>
    public string? SharingKey { get; init; }
}
