namespace CareerPortal.Directories;

/// <summary>Whether an address that the content names still answers.</summary>
public sealed class LinkCheck
{
    public const int HashLength = 32;
    public const int AddressMaxLength = 2000;

    public int Id { get; private set; }

    public required byte[] AddressHash { get; init; }

    public required string Address { get; init; }

    public DateTime? CheckedUtc { get; set; }

    public int? Status { get; set; }

    /// <summary>Since when it has not answered; nothing while it does.</summary>
    public DateTime? FailsSinceUtc { get; set; }

    public int Failures { get; set; }
}
