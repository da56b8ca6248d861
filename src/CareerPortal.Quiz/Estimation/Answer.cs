namespace CareerPortal.Quiz.Estimation;

/// <summary>One person's answer to one item; a skipped item has no value and says nothing about the person.</summary>
public sealed record Answer
{
    /// <summary>Takes the raw answer, from 1 "not me at all" to 5 "entirely me" as clicked, before any reversal; null for skipped.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public Answer(string itemId, int? value)
    {
        if (value < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "An answer starts at 1; a skipped item has no value.");
        }

        ItemId = itemId;
        Value = value;
    }

    /// <summary>The item answered.</summary>
    public string ItemId { get; }

    /// <summary>The raw answer, or null when the person skipped the item.</summary>
    public int? Value { get; }
}
