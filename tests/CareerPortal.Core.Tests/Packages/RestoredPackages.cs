using System.Text.Json;

namespace CareerPortal.Core.Tests.Packages;

/// <summary>Every package that the solution's projects were restored with, those that came along included.</summary>
internal static class RestoredPackages
{
    public static IReadOnlyList<RestoredPackage> Below(string repository) =>
        [
            .. new[] { "src", "tests" }
                .SelectMany(f => Directory.GetFiles(Path.Combine(repository, f), "project.assets.json", SearchOption.AllDirectories))
                .SelectMany(FoldersIn)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(RestoredPackage.Read),
        ];

    private static List<string> FoldersIn(string assets)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
        var stores = document.RootElement.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToList();
        return
        [
            .. document
                .RootElement.GetProperty("libraries")
                .EnumerateObject()
                .Where(l => l.Value.GetProperty("type").GetString() == "package")
                .Select(l => l.Value.GetProperty("path").GetString()!)
                .Select(path => stores.Select(s => Path.Combine(s, path)).First(Directory.Exists)),
        ];
    }
}
