namespace CareerPortal.Web.Shell;

/// <summary>Says what the posted forms of a page are counted as.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MeteredAttribute(Metered what) : Attribute
{
    public Metered What => what;
}

/// <summary>What is counted, and by whom.</summary>
internal enum Metered
{
    /// <summary>A quiz is started: by address.</summary>
    Start,

    /// <summary>A code is tried: by address.</summary>
    Guess,

    /// <summary>A page of one person's quiz, whose code stands in the address: by quiz where there is one, otherwise a guess.</summary>
    Quiz,

    /// <summary>Somebody tries to come in, or uses or asks for a one-time link: by address.</summary>
    SignIn,

    /// <summary>Somebody says what they think of a guide: by address.</summary>
    Vote,

    /// <summary>Somebody's script sends what is typed: by account.</summary>
    Draft,

    /// <summary>Somebody's script asks how a text will look: by account.</summary>
    Prose,

    /// <summary>A program reads public data: by address.</summary>
    Api,

    /// <summary>A program takes all of the catalogue at once: by address.</summary>
    Download,

    /// <summary>The script of a search box asks what somebody may mean: by address.</summary>
    Suggestions,
}
