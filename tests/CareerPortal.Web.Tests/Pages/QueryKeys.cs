using System.Reflection;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>The query keys that components read, found where they are declared, so that a new one cannot be forgotten.</summary>
internal static class QueryKeys
{
    private static readonly Type[] Components =
    [
        .. typeof(SharedPageAttribute).Assembly.GetTypes().Where(t => typeof(IComponent).IsAssignableFrom(t)),
    ];

    public static string[] All { get; } = [.. Components.SelectMany(Of).Distinct(StringComparer.Ordinal)];

    public static IReadOnlyList<Type> SharedPages { get; } = [.. Components.Where(t => t.IsDefined(typeof(SharedPageAttribute)))];

    public static IEnumerable<string> Of(Type component) =>
        component
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(p => (Property: p, Query: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
            .Where(p => p.Query is not null)
            .Select(p => p.Query!.Name ?? p.Property.Name);

    /// <summary>Every way to write a key in small letters and capitals but its own.</summary>
    public static IEnumerable<string> OtherCases(string key) =>
        Enumerable
            .Range(0, 1 << key.Length)
            .Select(bits =>
                string.Concat(key.Select((letter, at) => (bits >> at & 1) == 0 ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter)))
            )
            .Distinct(StringComparer.Ordinal)
            .Where(k => k != key);
}
