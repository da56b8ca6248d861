namespace CareerPortal.French;

/// <summary>The grammatical gender of a French noun.</summary>
public enum Gender
{
    Masculine,
    Feminine,
}
