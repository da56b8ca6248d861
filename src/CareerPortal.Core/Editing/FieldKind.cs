namespace CareerPortal.Editing;

/// <summary>How a field of a guide is filled in.</summary>
public enum FieldKind
{
    /// <summary>A text of one line.</summary>
    Line,

    /// <summary>A text of several lines.</summary>
    Prose,
    Date,
    Time,

    /// <summary>An amount, kept in cents.</summary>
    Money,
    Number,

    /// <summary>Yes or no.</summary>
    Yes,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A code of a directory.</summary>
    Reference,

    /// <summary>Several codes of a directory: items whose value is the code.</summary>
    References,

    /// <summary>Fields that belong together, once.</summary>
    Group,

    /// <summary>Items of fields.</summary>
    List,

    /// <summary>Items that are texts.</summary>
    TextList,
}
