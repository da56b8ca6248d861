namespace CareerPortal.Web.Quiz;

/// <summary>A text and the language it is in.</summary>
public sealed record TextIn(string Text, string Language);
