namespace CareerPortal.Web.Texts;

/// <summary>Names the resources that hold every text of the interface, in four languages.</summary>
internal sealed class PortalTexts;
