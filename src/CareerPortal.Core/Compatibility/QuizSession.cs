namespace CareerPortal.Compatibility;

/// <summary>One person's way through a quiz: the planned items and the answers as given, without anything that names the person.</summary>
public sealed class QuizSession
{
    public const int VersionMaxLength = 32;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required byte[] CodeHash { get; init; }

    public required int OccupationId { get; init; }

    public required string Language { get; init; }

    /// <summary>The version of the engine and of the item bank the result is made with.</summary>
    public required string EngineVersion { get; init; }

    public required string BankVersion { get; init; }

    public required long Seed { get; init; }

    /// <summary>Item ids in the order they are asked.</summary>
    public required List<string> Plan { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public required DateTime ExpiresUtc { get; init; }

    public List<QuizAnswer> Answers { get; } = [];
}
