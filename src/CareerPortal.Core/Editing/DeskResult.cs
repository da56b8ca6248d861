namespace CareerPortal.Editing;

/// <summary>An answer of the workspace, with what was made where something was.</summary>
public sealed record DeskResult<T>(DeskAnswer Answer, T? Value = default)
{
    public bool IsDone => Answer is DeskAnswer.Done or DeskAnswer.DoneBefore;
}
