using System.Diagnostics;
using CareerPortal.Catalogue;
using CareerPortal.Web.Catalogue;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Web.Tests;

/// <summary>
/// The store as the site fills it at its first start: filled once for all tests of a run, and copied for each site. It is filled at the moment at
/// which the run began, so that no test's clock, however early it was set, finds a store of the future.
/// </summary>
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

        using var run = Process.GetCurrentProcess();
        using var site = new PortalFactory
        {
            FillsItsStore = true,
            Time = new FakeTimeProvider(run.StartTime),
            // The site's own job would bring the same catalogue in at the same moment, and the two would wait for each other's lock.
            Registrations = services => services.Remove(services.Single(s => s.ImplementationType == typeof(CatalogueJob))),
        };
        var catalogue = site.Services.GetRequiredService<CatalogueImport>();
        Task.Run(() => catalogue.FillEmptyStoreAsync(CancellationToken.None)).GetAwaiter().GetResult();
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
