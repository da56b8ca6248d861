namespace CareerPortal.Editing;

/// <summary>How what a release holds stands against what was agreed to.</summary>
public enum ReleaseItemStanding
{
    Ready,

    /// <summary>Readers have the guide so already.</summary>
    Published,

    /// <summary>The guide goes to readers by itself, at an hour of its own.</summary>
    Planned,

    /// <summary>It is no longer what was approved.</summary>
    Changed,
}
