namespace CareerPortal.Editing;

/// <summary>Why something asks for a counsellor's care.</summary>
public enum WorkKind
{
    /// <summary>A fact whose last day is over.</summary>
    FactPastDate,

    /// <summary>A published guide that breaks a rule, since a rule, a directory or a parameter has changed.</summary>
    BrokenRule,

    /// <summary>An address that no longer answers.</summary>
    BrokenLink,

    /// <summary>A guide to be read again against its sources.</summary>
    GuideToReview,

    /// <summary>A guide that one of the languages does not have.</summary>
    MissingTranslation,

    /// <summary>A translation whose original has changed since.</summary>
    OlderTranslation,

    /// <summary>A guide that readers did not find useful.</summary>
    NotUseful,

    /// <summary>Words that readers looked for and found nowhere.</summary>
    NothingFound,
}
