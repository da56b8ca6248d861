namespace CareerPortal.Quiz;

/// <summary>The version of the scoring rules, kept beside every result so that it can be explained later.</summary>
public static class EngineVersion
{
    /// <summary>Changes whenever the same answers could give another result.</summary>
    public const string Current = "2.0";
}
