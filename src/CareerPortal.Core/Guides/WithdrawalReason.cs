namespace CareerPortal.Guides;

/// <summary>Why a guide was taken away.</summary>
public enum WithdrawalReason
{
    Error,
    Merged,
    Withdrawn,
}
