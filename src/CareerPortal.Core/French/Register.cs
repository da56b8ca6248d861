namespace CareerPortal.French;

/// <summary>How a guide speaks to its reader, all through.</summary>
public enum Register
{
    Vous,
    Tu,
}
