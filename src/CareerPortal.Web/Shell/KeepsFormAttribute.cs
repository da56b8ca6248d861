namespace CareerPortal.Web.Shell;

/// <summary>A page with a form that takes long to fill in: where it cannot be taken because it has grown old, it is shown again as it was sent.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
internal sealed class KeepsFormAttribute : Attribute;
