using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Hosting;

/// <summary>Where the site finds the files it is made of: styles, scripts, fonts, and the list of them that a build leaves behind.</summary>
internal static class SiteFiles
{
    private const string Wwwroot = "wwwroot";
    private const string Stylesheet = "css/site.css";

    private static readonly string SourceList = $"{typeof(SiteFiles).Assembly.GetName().Name}.staticwebassets.runtime.json";

    /// <summary>
    /// A published site has its files beside its program, from wherever it is started; a build that is run, as a developer does, is told by its
    /// working folder. Who names a content root gets that one.
    /// </summary>
    /// <exception cref="StartException">The content root that was named is no folder.</exception>
    public static WebApplicationOptions OptionsFor(string[] args)
    {
        var given = GivenContentRoot(args);
        if (given is not null && !Directory.Exists(given))
        {
            throw new StartException(
                $"The content root '{given}' is no folder: give another one by ASPNETCORE_CONTENTROOT or --contentRoot, or none."
            );
        }

        return new() { Args = args, ContentRootPath = IsPublished && given is null ? AppContext.BaseDirectory : null };
    }

    /// <summary>A site without its styles would start, answer, and look like a fault in every browser.</summary>
    /// <exception cref="StartException">Files are missing.</exception>
    public static void RequireFiles(this WebApplication app)
    {
        var list = Path.Combine(AppContext.BaseDirectory, $"{app.Environment.ApplicationName}.staticwebassets.endpoints.json");
        if (!File.Exists(list))
        {
            throw new StartException($"The list of its files {list} is missing: publish the site anew, and copy everything that publishing writes.");
        }

        if (!app.Environment.WebRootFileProvider.GetFileInfo(Stylesheet).Exists)
        {
            var folder = app.Environment.WebRootPath is { Length: > 0 } root ? root : Path.Combine(app.Environment.ContentRootPath, Wwwroot);
            throw new StartException(
                $"There is no {Stylesheet} in {folder}: publish the site anew, and copy its folder {Wwwroot} along with the program."
            );
        }
    }

    /// <summary>Only a build leaves a list of where its files lie in the source.</summary>
    private static bool IsPublished =>
        Directory.Exists(Path.Combine(AppContext.BaseDirectory, Wwwroot)) || !File.Exists(Path.Combine(AppContext.BaseDirectory, SourceList));

    private static string? GivenContentRoot(string[] args) =>
        new ConfigurationBuilder().AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build()[
            HostDefaults.ContentRootKey
        ];
}
