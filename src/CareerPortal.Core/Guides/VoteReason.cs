namespace CareerPortal.Guides;

/// <summary>Why a guide did not help.</summary>
public enum VoteReason
{
    Unclear,
    Wrong,
    Missing,
    Outdated,
    Other,
}
