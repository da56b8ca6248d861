using System.Globalization;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace CareerPortal.Web.Api;

/// <summary>What the description of the addresses for programs says besides what follows from them.</summary>
internal static class ApiDocument
{
    public static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        var portal = context.ApplicationServices.GetRequiredService<IOptions<PortalOptions>>().Value;
        document.Info = new OpenApiInfo
        {
            Title = $"{portal.Name}: open data",
            Version = "1",
            Description =
                "Read-only and public: no key, no cookie, no personal data. Lists take page and pageSize (at most 100) and answer total and items. "
                + "Each answer has an ETag: send it back as If-None-Match and get 304 while nothing has changed. "
                + "Who asks too often gets 429 with Retry-After. The facts are under the licences of their sources, which each answer names.",
        };
        return Task.CompletedTask;
    }

    /// <summary>Numbers are read from text, so that a refusal can say what is wrong: what they may be is said here.</summary>
    public static Task Bound(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Schema = parameter.Name switch
            {
                "page" => Number(null, 1),
                "pageSize" => Number(
                    ApiPage.MostItems,
                    context.Description.RelativePath?.EndsWith("changes", StringComparison.Ordinal) == true ? 100 : ApiPage.UsualItems
                ),
                ApiLanguage.Key => new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Enum = [.. Languages.All.Select(l => (System.Text.Json.Nodes.JsonNode)l)],
                },
                _ => parameter.Schema,
            };
        }

        return Task.CompletedTask;

        static OpenApiSchema Number(int? most, int usual) =>
            new()
            {
                Type = JsonSchemaType.Integer,
                Minimum = "1",
                Maximum = most?.ToString(CultureInfo.InvariantCulture),
                Default = usual,
            };
    }
}
