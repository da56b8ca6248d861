namespace CareerPortal.Cli;

/// <summary>A setting is missing or wrong; the message names its key.</summary>
public sealed class SettingException(string message) : Exception(message);
