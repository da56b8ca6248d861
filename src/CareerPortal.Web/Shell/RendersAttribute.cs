namespace CareerPortal.Web.Shell;

/// <summary>Marks an address that is no page and costs as much as one.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RendersAttribute : Attribute;
