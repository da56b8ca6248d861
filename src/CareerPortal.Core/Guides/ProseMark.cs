namespace CareerPortal.Guides;

/// <summary>How a piece of prose is marked.</summary>
public enum ProseMark
{
    /// <summary>Not at all: plain words.</summary>
    None,
    Bold,
    Italic,
    Link,
}
