namespace CareerPortal.Web.Shell;

/// <summary>
/// Marks a page that holds an interactive part: it has the script and the base address for it, its content security policy allows what that needs,
/// and who reads it may open a circuit, signed in or not.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class HoldsIslandAttribute : Attribute;
