using CareerPortal.Data;

namespace CareerPortal.Guides;

/// <summary>Why a guide was taken from readers: in error it is gone, merged it leads to another, withdrawn it stays with a notice.</summary>
[InRealm(ContentRealm.Guides)]
public sealed class GuideWithdrawal
{
    public required int GuideId { get; init; }

    public required WithdrawalReason Reason { get; init; }

    /// <summary>What readers are told.</summary>
    public required string Note { get; init; }

    /// <summary>Where its address leads.</summary>
    public int? LeadsToGuideId { get; init; }

    public required DateTime AtUtc { get; init; }

    public Guid? AccountId { get; init; }
}
