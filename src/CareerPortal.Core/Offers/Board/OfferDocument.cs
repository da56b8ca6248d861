namespace CareerPortal.Offers.Board;

/// <summary>An offer as the index holds it: numbers in place of words and values.</summary>
internal sealed class OfferDocument
{
    /// <summary>Marks a word in <see cref="Tokens"/> that stands in phrases alone.</summary>
    public const int EmptyWord = 1 << 30;

    /// <summary>Stands in <see cref="Tokens"/> between what does not follow each other.</summary>
    public const int Gap = -1;

    /// <summary>How a value in <see cref="Values"/> holds its facet.</summary>
    public const int FacetShift = 24;

    public const int ValueMask = (1 << FacetShift) - 1;

    public required long Id { get; init; }

    /// <summary>The first of the offers that are the same post; its own number where it stands alone.</summary>
    public required long Group { get; init; }

    public required int Day { get; init; }

    /// <summary>The last day on which it can be answered; the last of all days where it does not say.</summary>
    public required int LastDay { get; init; }

    /// <summary>What it pays at most, in cents a month; 0 where it does not say.</summary>
    public required uint Pay { get; init; }

    /// <summary>The employer by its number; -1 where none is named.</summary>
    public required int Employer { get; init; }

    public required string? Occupation { get; init; }

    public required string? Family { get; init; }

    /// <summary>The word of the index for its family, given or by its title; -1 where it has none.</summary>
    public required int Kin { get; init; }

    /// <summary>All its words in their order, for phrases.</summary>
    public required int[] Tokens { get; init; }

    /// <summary>Each of its words once, and how much it says of the offer (1 to 255).</summary>
    public required int[] Terms { get; init; }

    public required byte[] Worth { get; init; }

    /// <summary>Its value or values of each facet.</summary>
    public required int[] Values { get; init; }

    public required short[] Points { get; init; }
}
