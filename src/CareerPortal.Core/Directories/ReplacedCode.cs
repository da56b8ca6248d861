using CareerPortal.Data;

namespace CareerPortal.Directories;

/// <summary>An entry that was merged into another: its code and its address lead there.</summary>
[InRealm(ContentRealm.Directories)]
public sealed class ReplacedCode
{
    public required DirectoryKind Kind { get; init; }

    public required string Code { get; init; }

    public required string NewCode { get; set; }
}
