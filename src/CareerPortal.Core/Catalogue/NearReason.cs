namespace CareerPortal.Catalogue;

/// <summary>Why an occupation is shown as near to another.</summary>
public enum NearReason
{
    /// <summary>The catalogue itself says that people move from one to the other.</summary>
    Mobility,

    /// <summary>Both came from the same occupation of ROME 3.</summary>
    Family,

    /// <summary>They share interests that few occupations share.</summary>
    Interests,
}
