using System.Globalization;
using CareerPortal.Data;
using CareerPortal.Exchange;
using CareerPortal.Testing;
using CareerPortal.Web.Texts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Web.Tests;

/// <summary>The site as it runs in production, on an embedded store of its own with the first content.</summary>
public class PortalFactory : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("careerportal-").FullName;

    /// <summary>Settings that differ from the defaults, by key.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Which kind of environment the site believes to run in.</summary>
    public string EnvironmentName { get; init; } = "Test";

    /// <summary>Whether the limits are those that the site is shipped with; otherwise they are out of the tests' way.</summary>
    public bool UsualLimits { get; init; }

    /// <summary>The site's clock, where a test has to turn it; otherwise time runs as usual.</summary>
    public FakeTimeProvider? Time { get; init; }

    /// <summary>Registers or replaces what a test needs.</summary>
    public Action<IServiceCollection>? Registrations { get; init; }

    /// <summary>
    /// Whether the store is empty until this site fills it; otherwise it is a copy of one that another site has filled. A site with database settings
    /// of its own fills its own too.
    /// </summary>
    public bool FillsItsStore { get; init; }

    public string DataFolder => _folder;

    /// <summary>A text of the interface as it stands in the resources, before it is set.</summary>
    public string Text(string key, string language = "fr", params object[] arguments)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language + "-BE");
            var text = Services.GetRequiredService<IStringLocalizer<PortalTexts>>()[key, arguments];
            return text.ResourceNotFound ? throw new ArgumentException($"There is no text {key}.", nameof(key)) : Wording.Plain(text);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    /// <summary>Brings the first content in again with one guide changed, as an operator would.</summary>
    public async Task ImportChangedAsync(string slug, Func<GuideFile, GuideFile> change)
    {
        var set = ExchangeFolder.FirstContent.Read();
        Assert.Single(set.Guides, g => g.Value.Slug == slug);
        var guides = set.Guides.ToDictionary(g => g.Key, g => g.Value.Slug == slug ? change(g.Value) : g.Value);
        await Services.GetRequiredService<ContentImport>().ApplyAsync(set with { Guides = guides }, "Test", TestContext.Current.CancellationToken);
    }

    /// <summary>Every text of the interface in a language.</summary>
    public IReadOnlyList<string> Texts(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language + "-BE");
            return [.. Services.GetRequiredService<IStringLocalizer<PortalTexts>>().GetAllStrings(includeParentCultures: true).Select(t => t.Value)];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        builder.UseSetting("Database:DataFolder", _folder);
        if (!FillsItsStore && !Settings.Keys.Any(key => key.StartsWith("Database:", StringComparison.Ordinal)))
        {
            FilledStore.CopyTo(_folder);
        }

        // The files of a build, compressed ones too, are found and kept as published ones are.
        builder.UseStaticWebAssets();
        builder.UseSetting("EnableStaticAssetsDevelopmentCaching", "true");
        foreach (var quiet in new[] { "Default", "Override:Microsoft.AspNetCore", "Override:Microsoft.EntityFrameworkCore" })
        {
            builder.UseSetting($"Serilog:MinimumLevel:{quiet}", "Fatal");
        }

        // Each of hundreds of sites would lay out a search that few of them ask.
        builder.UseSetting("Catalogue:LayOutAhead", "false");
        foreach (var limit in UsualLimits ? [] : new[] { "AnswersPerMinute", "StartsPerMinute", "GuessesPerMinute", "SignInsPerMinute" })
        {
            builder.UseSetting($"RateLimits:{limit}", "100000");
        }

        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            if (Time is not null)
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            }

            services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(new UnhurriedStore()));
            Registrations?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
        {
            TestStore.Forget(Path.Combine(_folder, "portal.db"));
            Directory.Delete(_folder, recursive: true);
        }
    }
}
