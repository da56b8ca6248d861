namespace CareerPortal.Compatibility;

/// <summary>One person's way through a quiz: the answers as given, without anything that names the person.</summary>
public sealed class QuizSession
{
    public const int VersionMaxLength = 32;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required byte[] CodeHash { get; init; }

    /// <summary>The occupation asked about; none in the quiz over all occupations.</summary>
    public required int? OccupationId { get; init; }

    public required string Language { get; init; }

    /// <summary>The version of the engine and of the item bank the result is made with.</summary>
    public required string EngineVersion { get; init; }

    public required string BankVersion { get; init; }

    /// <summary>Decides between questions that are equally good.</summary>
    public required long Seed { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public required DateTime ExpiresUtc { get; init; }

    /// <summary>When nothing more needed to be asked; from then on there is a result, whatever is changed or added.</summary>
    public DateTime? FinishedUtc { get; private set; }

    /// <summary>Occupations of the result that the person put aside, with why.</summary>
    public List<DismissedOccupation> Dismissed { get; private set; } = [];

    public List<QuizAnswer> Answers { get; } = [];
}
