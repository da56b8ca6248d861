using System.Security.Cryptography;
using System.Text;
using CareerPortal.Web.Api;
using CareerPortal.Web.Quiz;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// Names what a page is made of besides its content: the portal's assemblies with their languages, its files, its theme, and
/// the settings that pages show. Nodes of one build with the same settings have one name; any change makes another, and with
/// it other keys in the cache and other tags in browsers.
/// </summary>
internal sealed class SiteEdition(ThemeStylesheet theme, IConfiguration configuration)
{
    /// <summary>The sections whose values stand in pages.</summary>
    public static readonly string[] ShownSections = [PortalOptions.Section, QuizOptions.Section, ApiLimits.Section];

    private static readonly string[] Files = ["CareerPortal.*.dll", "CareerPortal.*.staticwebassets.endpoints.json"];

    private readonly Lazy<Task<string>> _name = new(() =>
        Task.Run(async () => NameOf(AppContext.BaseDirectory, configuration, await theme.PathAsync()))
    );

    public string Name =>
        _name is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } read }
            ? read.Result
            : throw new InvalidOperationException("The site has not started yet.");

    /// <summary>Reads all of it, once, before the first request. It takes a processor for a while, beside whoever waits for it.</summary>
    public Task ReadAsync() => _name.Value;

    /// <summary>The name of a build in a folder, under settings and a theme.</summary>
    public static string NameOf(string folder, IConfiguration configuration, string theme)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, typeof(SiteEdition).Module.ModuleVersionId.ToString("N"), theme);

        // Languages lie one folder below. What is further down, or may not be read, is not the build's.
        var within = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 1,
            IgnoreInaccessible = true,
        };
        foreach (var file in Files.SelectMany(f => Directory.EnumerateFiles(folder, f, within)).Order(StringComparer.Ordinal))
        {
            using var content = File.OpenRead(file);
            Add(hash, Path.GetRelativePath(folder, file).Replace('\\', '/'), Convert.ToHexString(SHA256.HashData(content)));
        }

        foreach (
            var setting in ShownSections
                .SelectMany(s => configuration.GetSection(s).AsEnumerable())
                .Where(s => s.Value is not null)
                .OrderBy(s => s.Key, StringComparer.OrdinalIgnoreCase)
        )
        {
            Add(hash, setting.Key.ToUpperInvariant(), setting.Value!);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    /// <summary>Each text with its length before it, so that no two lists of texts read alike.</summary>
    private static void Add(IncrementalHash hash, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }
}
