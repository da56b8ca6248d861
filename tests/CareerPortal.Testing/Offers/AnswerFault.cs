namespace CareerPortal.Testing.Offers;

/// <summary>What is wrong with the next answers of an <see cref="OpenDataServer"/>.</summary>
public enum AnswerFault
{
    None,

    /// <summary>The export is cut off within a record, and the connection ends as if it were whole.</summary>
    Truncated,

    /// <summary>The connection breaks in the middle.</summary>
    Broken,

    /// <summary>The export is a whole array of half the records.</summary>
    Half,
    Empty,

    /// <summary>Every question is answered with 500.</summary>
    Failing,

    /// <summary>The first two questions are answered with 503 and how long to wait, further ones well.</summary>
    FailingAtFirst,

    /// <summary>The export begins, and then nothing comes.</summary>
    Slow,

    /// <summary>An export of a page of HTML.</summary>
    Html,

    /// <summary>A fifth of the records, which the server counts as all there are.</summary>
    Fifth,
}
