namespace CareerPortal.Quiz.Selection;

/// <summary>The limits within which questions are chosen.</summary>
public sealed record SelectionRules
{
    /// <summary>No quiz stops of its own accord before this many questions.</summary>
    public int Minimum { get; init; } = 12;

    /// <summary>No quiz asks more questions than this.</summary>
    public int Maximum { get; init; } = 24;

    /// <summary>Most questions about one quality.</summary>
    public int PerQuality { get; init; } = 3;

    /// <summary>The question is drawn among at most this many best ones, so that not everyone sees the same quiz.</summary>
    public int Choices { get; init; } = 3;

    /// <summary>Only questions worth at least this share of the best one are drawn among: variety must not cost much precision.</summary>
    public double Nearness { get; init; } = 0.8;

    /// <summary>A 90 % interval of at most this half-width, in points, is precise enough.</summary>
    public double HalfWidth { get; init; } = 7.5;

    /// <summary>A band this probable is settled.</summary>
    public double BandCertainty { get; init; } = 0.95;

    /// <summary>A next question that is expected to take less than this share off the standard deviation of the result is not worth asking.</summary>
    public double SmallestGain { get; init; } = 0.0115;

    /// <summary>
    /// By how many the questions where agreeing speaks for a quality and those where it speaks against one may differ when a quiz ends of its own
    /// accord.
    /// </summary>
    public int MostUneven { get; init; } = 2;

    /// <summary>How often the most important qualities of an occupation are asked about at least; every other one once.</summary>
    public int MostImportant { get; init; } = 2;

    /// <summary>Least share of questions about qualities, rather than interests, in a quiz over all occupations.</summary>
    public double QualityShare { get; init; } = 1.0 / 3;

    /// <summary>Of how many leading occupations the main qualities are asked about before a quiz over all occupations ends.</summary>
    public int Leading { get; init; } = 8;

    /// <summary>Factor on the worth of a question for each earlier one about the same quality, in a quiz over all occupations.</summary>
    public double Damping { get; init; } = 0.95;
}
