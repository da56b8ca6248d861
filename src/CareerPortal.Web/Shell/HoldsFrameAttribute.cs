namespace CareerPortal.Web.Shell;

/// <summary>Marks a page that shows another page of this site in a frame.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class HoldsFrameAttribute : Attribute;
