namespace CareerPortal.Directories;

/// <summary>What a source is, which decides how it is cited.</summary>
public enum SourceKind
{
    /// <summary>A law, decree, directive or regulation: cited by name, date, article and number.</summary>
    Law,

    /// <summary>A collective labour agreement, cited like a law.</summary>
    CollectiveAgreement,

    Statistics,

    /// <summary>A page by which an organisation explains itself or its rules.</summary>
    OrganisationPage,

    Press,

    /// <summary>A document that whoever started the portal gave along: nobody outside has confirmed it.</summary>
    InitiatorDocument,
}
