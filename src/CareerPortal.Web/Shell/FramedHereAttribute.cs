namespace CareerPortal.Web.Shell;

/// <summary>Marks a page that may stand in a frame of another page of this site; no other may, in any.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FramedHereAttribute : Attribute;
