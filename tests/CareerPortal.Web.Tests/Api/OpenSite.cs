using System.Text.Json;
using CareerPortal.Catalogue;
using CareerPortal.Data;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Api;

/// <summary>The site as programs read it.</summary>
public sealed class OpenSite : IAsyncDisposable
{
    public OpenSite()
    {
        Portal = new PortalFactory { Settings = { ["OpenData:RequestsPerMinute"] = "100000", ["OpenData:DownloadsPerMinute"] = "100000" } };
        Client = Portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
    }

    public PortalFactory Portal { get; }

    public HttpClient Client { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static HttpRequestMessage Request(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value), name);
        }

        return request;
    }

    public async Task<HttpResponseMessage> AskAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = Request(path, headers);
        return await Client.SendAsync(request, Cancellation);
    }

    public async Task<JsonElement> ReadAsync(string path, params (string Name, string Value)[] headers)
    {
        using var answer = await AskAsync(path, headers);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>The catalogue that the site ships with, with some of it left out or changed, as a later edition.</summary>
    public async Task ImportAsync(
        string name,
        Func<IReadOnlyList<ListedOccupation>, IEnumerable<ListedOccupation>> change,
        params ListedReplacement[] replaced
    )
    {
        var shipped = CataloguePack.ReadShipped();
        await Portal
            .Services.GetRequiredService<CatalogueImport>()
            .ApplyAsync(shipped with { Name = name, Occupations = [.. change(shipped.Occupations)], Replacements = replaced }, Cancellation);
    }

    /// <summary>Lets an hour pass for all that is listed.</summary>
    public async Task AgeAsync()
    {
        await using var context = await Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancellation);
        var hourAgo = Guid.CreateVersion7(DateTimeOffset.UtcNow - TimeSpan.FromHours(1));
        await context.Set<CatalogueOccupation>().ExecuteUpdateAsync(s => s.SetProperty(o => o.Version, hourAgo), Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Portal.DisposeAsync();
    }
}
