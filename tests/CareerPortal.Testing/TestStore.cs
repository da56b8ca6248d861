using CareerPortal.Data;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Migrations.Sqlite;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Testing;

/// <summary>
/// A migrated, empty SQLite store in a folder of its own, with a clock that a test sets; the folder goes when the store is disposed.
/// </summary>
public sealed class TestStore : IDbContextFactory<PortalDbContext>, IDisposable
{
    /// <summary>The moment at which every store's clock stands first.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    private static readonly Lazy<byte[]> Migrated = new(Migrate);

    private readonly DbContextOptions<PortalDbContext> _options;

    public TestStore()
    {
        Folder = Directory.CreateTempSubdirectory("careerportal-").FullName;
        File = Path.Combine(Folder, "portal.db");
        System.IO.File.WriteAllBytes(File, Migrated.Value);
        _options = OptionsFor(File, Commands);
    }

    public string Folder { get; }

    public string File { get; }

    public FakeTimeProvider Time { get; } = new(Start);

    /// <summary>What the store was asked so far.</summary>
    public SentCommands Commands { get; } = new();

    public static QualityCatalogue Qualities { get; } = QualityCatalogue.Load();

    public static PortalWords Words { get; } = new();

    public PortalDbContext CreateDbContext() => new(_options);

    public ContentImport Import() => new(this, Qualities, Time, new ArrivedGuides());

    public GuideLibrary Library() => new(this, new ContentMark(this, Time), Words, Time);

    public Task<ImportReport> ImportAsync(ExchangeSet set, CancellationToken cancellation = default) =>
        Import().ApplyAsync(set, "Test", cancellation);

    /// <summary>Brings in the content that the portal ships with.</summary>
    public async Task ImportFirstContentAsync(CancellationToken cancellation = default) => await Import().FillEmptyStoreAsync(cancellation);

    public void Dispose()
    {
        Forget(File);
        Directory.Delete(Folder, recursive: true);
    }

    private static DbContextOptions<PortalDbContext> OptionsFor(string file, SentCommands commands)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        SqliteStore.Configure(options, file);
        return options.AddInterceptors(commands).Options;
    }

    /// <summary>Migrating takes most of a second, copying the result a millisecond.</summary>
    private static byte[] Migrate()
    {
        var folder = Directory.CreateTempSubdirectory("careerportal-");
        try
        {
            var file = Path.Combine(folder.FullName, "template.db");
            System.IO.File.Create(file).Dispose();
            using (var context = new PortalDbContext(OptionsFor(file, new SentCommands())))
            {
                context.Database.Migrate();
                context.Database.ExecuteSqlRaw("PRAGMA journal_mode = WAL;");
            }

            Forget(file);
            return System.IO.File.ReadAllBytes(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Closes the pooled connections to a file; the last one empties the write-ahead log into it.</summary>
    public static void Forget(string file)
    {
        using var context = new PortalDbContext(OptionsFor(file, new SentCommands()));
        SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
    }
}
