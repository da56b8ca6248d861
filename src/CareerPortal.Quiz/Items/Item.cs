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

    /// <summary>The wording.</summary>
    public required QuizText Text { get; init; }

    /// <summary>Items so close in wording that one person should never get both.</summary>
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

    /// <summary>The answer 1..n turned so that more always means more of the quality (n + 1 − x for a reversed item).</summary>
    public int Coded(int value) => Reversed ? Parameters.Answers + 1 - value : value;
}
