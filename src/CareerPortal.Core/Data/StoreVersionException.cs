namespace CareerPortal.Data;

/// <summary>A store is of another version than the program, so that it may neither be used nor migrated; the message says what to do.</summary>
public sealed class StoreVersionException(string message) : Exception(message);
