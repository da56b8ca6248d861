namespace CareerPortal.Accounts;

/// <summary>All that is kept of a person: what they take along.</summary>
public sealed record OwnData(
    OwnAccount Account,
    IReadOnlyList<OpenSession> Sessions,
    IReadOnlyList<string> Passkeys,
    IReadOnlyList<OwnData.Deed> Deeds,
    int DeedsInAll
)
{
    /// <summary>Something the person did, as the audit has it.</summary>
    public sealed record Deed(DateTime AtUtc, string Action, string ObjectKind, string ObjectId, IReadOnlyList<string> Fields, string? Reason);
}
