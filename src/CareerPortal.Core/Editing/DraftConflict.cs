using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>A place that two people changed in different ways: both texts are kept until somebody chooses.</summary>
public sealed class DraftConflict
{
    private const int StampLength = 16;

    public int Id { get; private set; }

    public required int DraftId { get; init; }

    public required string Path { get; init; }

    public string? Base { get; init; }

    /// <summary>What came second, JSON; null where it is a removal.</summary>
    public string? Mine { get; internal set; }

    /// <summary>What stands in the draft, JSON; null where it was removed.</summary>
    public string? Theirs { get; internal set; }

    public required Guid MineById { get; init; }

    public Guid? TheirsById { get; internal set; }

    public required DateTime CreatedUtc { get; init; }

    public ConflictChoice? Choice { get; set; }

    public Guid? ChosenById { get; set; }

    public DateTime? ChosenUtc { get; set; }

    /// <summary>What tells whether either text has changed since it was shown.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Mine}\n{Theirs}")))[..StampLength];

    /// <summary>The conflict for somebody to choose.</summary>
    public OpenConflict Show() => new(Id, Path, Parse(Base), Parse(Mine), Parse(Theirs), MineById, TheirsById, CreatedUtc, Stamp);

    internal void Close(ConflictChoice choice, Guid accountId, DateTime nowUtc) => (Choice, ChosenById, ChosenUtc) = (choice, accountId, nowUtc);

    private static JsonNode? Parse(string? text) => text is null ? null : JsonNode.Parse(text);
}
