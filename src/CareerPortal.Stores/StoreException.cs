namespace CareerPortal.Stores;

/// <summary>The store cannot be used as it is; the message says in one line what is wrong, where, and what to do.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
