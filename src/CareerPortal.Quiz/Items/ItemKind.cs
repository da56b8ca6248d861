namespace CareerPortal.Quiz.Items;

/// <summary>What an item asks for, which decides how its answers lie before anyone here has answered it.</summary>
public enum ItemKind
{
    /// <summary>A statement that speaks for a quality; most people agree.</summary>
    Trait,

    /// <summary>A statement that speaks against a quality.</summary>
    ReversedTrait,

    /// <summary>An activity to like or not.</summary>
    Interest,
}
