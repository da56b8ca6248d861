namespace CareerPortal.Directories;

/// <summary>Where a guidance service receives people.</summary>
/// <remarks>The town is known; the rest stands only where a source gives it, and is confirmed where two agree.</remarks>
public sealed record GuidanceOffice(
    string Locality,
    string? Street = null,
    string? Postcode = null,
    string? Phone = null,
    bool Confirmed = false,
    bool PhoneConfirmed = false
);
