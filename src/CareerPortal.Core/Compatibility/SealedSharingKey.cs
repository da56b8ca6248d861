namespace CareerPortal.Compatibility;

/// <summary>The key of <see cref="SharingKey"/> where the operator gave none: made once, kept sealed by the keys that protect forms.</summary>
public sealed class SealedSharingKey
{
    public const int Only = 1;

    /// <summary>Always <see cref="Only"/>, so that two nodes cannot make one each.</summary>
    public int Id { get; private set; } = Only;

    public required byte[] Sealed { get; init; }
}
