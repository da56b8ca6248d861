namespace CareerPortal.Directories;

/// <summary>What an appointment costs, as far as it is confirmed.</summary>
public enum GuidanceCost
{
    ToVerify,
    Free,
}
