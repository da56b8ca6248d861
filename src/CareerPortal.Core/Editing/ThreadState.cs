namespace CareerPortal.Editing;

/// <summary>Whether a thread still asks for something.</summary>
public enum ThreadState
{
    Open,
    Resolved,
}
