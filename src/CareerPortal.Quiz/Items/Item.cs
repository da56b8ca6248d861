using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Quiz.Items;

/// <summary>One statement to agree or disagree with.</summary>
public sealed class Item
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

    /// <summary>Slope and thresholds, of the answer after reversal.</summary>
    public ItemParameters Parameters { get; init; } = ItemParameters.Start;

    /// <summary>The answer 1..n turned so that more always means more of the quality (n + 1 − x for a reversed item).</summary>
    public int Coded(int value) => Reversed ? Parameters.Answers + 1 - value : value;

    /// <summary>The same item with parameters of its own.</summary>
    public Item Calibrated(ItemParameters parameters) =>
        new()
        {
            Id = Id,
            QualityId = QualityId,
            Reversed = Reversed,
            Text = Text,
            SimilarTo = SimilarTo,
            Parameters = parameters,
        };
}
