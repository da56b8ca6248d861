using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Testing.Attack;

/// <summary>Everything that the site answers at, as its own routing knows it, and every name that its pages read from an address or a form.</summary>
public sealed record PublicRoutes(IReadOnlyList<string> Patterns, IReadOnlyList<string> QueryKeys, IReadOnlyList<string> FormFields)
{
    private const int Assets = 3;

    public static PublicRoutes Of(IServiceProvider services)
    {
        var endpoints = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        var assets = endpoints.Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is not null).ToList();
        var members = endpoints
            .Select(e => e.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type)
            .OfType<Type>()
            .SelectMany(t => t.Assembly.GetTypes().Where(c => typeof(IComponent).IsAssignableFrom(c)))
            .Distinct()
            .SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .ToList();
        return new PublicRoutes(
            [
                .. endpoints
                    .Except(assets)
                    .Concat(assets.Take(Assets))
                    .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            [
                .. members
                    .Select(m => m.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is { } a ? a.Name ?? m.Name : null)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            [
                .. members
                    .Where(m => m.GetCustomAttribute<SupplyParameterFromFormAttribute>() is not null)
                    .SelectMany(Fields)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ]
        );
    }

    private static IEnumerable<string> Fields(PropertyInfo member) =>
        member.PropertyType == typeof(string) ? [member.Name] : member.PropertyType.GetProperties().Select(p => $"{member.Name}.{p.Name}");
}
