namespace CareerPortal.Web.Shell;

/// <summary>The site cannot start; the message says in one line what is wrong, where, and what to do.</summary>
internal sealed class StartException(string message, Exception? inner = null) : Exception(message, inner);
