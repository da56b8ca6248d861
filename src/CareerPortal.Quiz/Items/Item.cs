using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Quiz.Items;

/// <summary>One statement to agree or disagree with.</summary>
public sealed record Item
{
    /// <summary>Stable identifier, such as "rigueur-1".</summary>
    public required string Id { get; init; }

    /// <summary>The dimension it measures: a quality of <see cref="QualityIds"/> or an interest of <see cref="InterestIds"/>.</summary>
    public required string QualityId { get; init; }

    /// <summary>Whether agreeing speaks against the quality.</summary>
    public bool Reversed { get; init; }

    /// <summary>The wording; an identifier never changes its words: what is reworded gets a new one.</summary>
    public required QuizText Text { get; init; }

    /// <summary>The version of the bank that first asked it; null for the first version.</summary>
    public string? Since { get; init; }

    /// <summary>
    /// The version of the bank that no longer asks it, so that the answers of earlier quizzes keep their meaning; null for what is asked today.
    /// </summary>
    public string? Retired { get; init; }

    /// <summary>Whether it is no longer asked.</summary>
    public bool IsRetired => Retired is not null;

    /// <summary>Items so close in wording, of this quality or another, that one person should never get both.</summary>
    public IReadOnlyList<string> SimilarTo { get; init; } = [];

    /// <summary>What it asks for.</summary>
    public ItemKind Kind =>
        InterestIds.Includes(QualityId) ? ItemKind.Interest
        : Reversed ? ItemKind.ReversedTrait
        : ItemKind.Trait;

    /// <summary>
    /// Slope and thresholds, of the answer after reversal; before calibration those of <see cref="StartNorms.Shipped"/> for its <see cref="Kind"/>
    /// and its quality.
    /// </summary>
    public ItemParameters Parameters
    {
        get => field ?? Start.Parameters;
        init
        {
            field = value;
            IsCalibrated = true;
        }
    }

    /// <summary>Whether slope and thresholds are its own, and not those that items of its kind start with.</summary>
    public bool IsCalibrated { get; private init; }

    /// <summary>What is not known of the parameters: that of the start norms before calibration, null where they count as exact.</summary>
    public ParameterUncertainty? Uncertainty
    {
        get => field ?? (IsCalibrated ? null : Start.Uncertainty);
        init;
    }

    private StartNorm Start => StartNorms.Shipped.Of(this);

    /// <summary>Whether the bank of a version asked it; versions are compared letter by letter, as "2026-11" before "2026-12".</summary>
    public bool IsAskedIn(string version) =>
        (Since is null || string.CompareOrdinal(Since, version) <= 0) && (Retired is null || string.CompareOrdinal(version, Retired) < 0);

    /// <summary>The answer 1..n turned so that more always means more of the quality (n + 1 − x for a reversed item).</summary>
    public int Coded(int value) => Reversed ? Parameters.Answers + 1 - value : value;
}
