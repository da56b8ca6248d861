namespace CareerPortal.Guides;

/// <summary>Which guides must have a part of the document filled.</summary>
public enum PartNeed
{
    Optional,

    /// <summary>Left out whole or not at all: a list that is there is not empty.</summary>
    NeverEmpty,

    InCompleteGuides,

    /// <summary>A complete guide has it and a brief one may not.</summary>
    OnlyInCompleteGuides,

    InEveryGuide,
}
