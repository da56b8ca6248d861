namespace CareerPortal.Directories;

/// <summary>Whether an address that the content names still answers.</summary>
public sealed class LinkCheck
{
    public const int HashLength = 32;
    public const int AddressMaxLength = 2000;

    public int Id { get; private set; }

    public required byte[] AddressHash { get; init; }

    public required string Address { get; init; }

    /// <summary>When it was last asked, or when a node took it to ask.</summary>
    public DateTime? CheckedUtc { get; set; }

    /// <summary>What it answered; nothing where nobody did.</summary>
    public int? Status { get; set; }

    /// <summary>Since when it has not answered; nothing while it does.</summary>
    public DateTime? FailsSinceUtc { get; set; }

    public int Failures { get; set; }

    /// <summary>Takes in an answer. Who wants a sign-in, is too busy or refuses robots is there all the same.</summary>
    public void Note(int? status, DateTime nowUtc)
    {
        (CheckedUtc, Status) = (nowUtc, status);
        var answers = status is >= 200 and < 400 or 401 or 403 or 405 or 429;
        Failures = answers ? 0 : Failures + 1;
        FailsSinceUtc = answers ? null : FailsSinceUtc ?? nowUtc;
    }
}
