namespace CareerPortal.Web.Hosting;

/// <summary>Marks a page that holds an interactive part for people who are not signed in: who reads it may open a circuit.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class HoldsIslandAttribute : Attribute;
