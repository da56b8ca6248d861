namespace CareerPortal.Web.Accounts;

/// <summary>How the connection to the mail server is protected.</summary>
internal enum MailTls
{
    /// <summary>It begins in the clear and must then be protected.</summary>
    StartTls,

    /// <summary>From its first byte.</summary>
    Always,

    /// <summary>Not at all: for a server on the same machine.</summary>
    None,
}
