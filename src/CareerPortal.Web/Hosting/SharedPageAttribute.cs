using Microsoft.AspNetCore.OutputCaching;

namespace CareerPortal.Web.Hosting;

/// <summary>Marks a page that is the same for everyone: it is kept in memory, sets no cookie and holds no posted form.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SharedPageAttribute : OutputCacheAttribute
{
    public const string Policy = "shared";

    public SharedPageAttribute() => PolicyName = Policy;

    /// <summary>Query keys that change the page.</summary>
    public string[] VaryBy { get; init; } = [];

    /// <summary>Query keys that make the answer one person's own: with one of them the page is made anew.</summary>
    public string[] PrivateKeys { get; init; } = [];
}
