using Microsoft.Data.Sqlite;

namespace CareerPortal.Web.Tests;

/// <summary>The store as the site fills it at its first start: filled once for all tests of a run, and copied for each site.</summary>
internal static class FilledStore
{
    private static readonly Lazy<string> Folder = new(Fill);

    public static void CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Folder.Value))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    private static string Fill()
    {
        var folder = Directory.CreateTempSubdirectory("careerportal-filled-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);

        using var site = new PortalFactory { FillsItsStore = true };
        _ = site.Services;
        foreach (var store in Directory.EnumerateFiles(site.DataFolder, "*.db"))
        {
            using var from = new SqliteConnection($"Data Source={store}");
            using var to = new SqliteConnection($"Data Source={Path.Combine(folder, Path.GetFileName(store))};Pooling=False");
            from.Open();
            to.Open();
            from.BackupDatabase(to);
        }

        return folder;
    }
}
