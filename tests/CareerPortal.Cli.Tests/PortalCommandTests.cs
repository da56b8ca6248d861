using System.CommandLine;
using CareerPortal.Cli.Shell;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli.Tests;

public sealed class PortalCommandTests : IDisposable
{
    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Files => Path.Combine(_store.Folder, "files");

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task DatabaseMigrate_NoFile_MakesTheDatabase()
    {
        var folder = Path.Combine(_store.Folder, "new");

        var before = await RunAsync(folder, "database", "status");
        var migrated = await RunAsync(folder, "database", "migrate");
        var after = await RunAsync(folder, "database", "status");

        Assert.Equal(ExitCode.OutOfDate, before.Exit);
        Assert.Contains("pending 2", before.Output, StringComparison.Ordinal);
        Assert.Equal(0, migrated.Exit);
        Assert.Contains(Path.Combine(folder, "portal.db"), migrated.Output, StringComparison.Ordinal);
        Assert.Contains("applied 2", migrated.Output, StringComparison.Ordinal);
        Assert.Equal(0, after.Exit);
        Assert.Contains("up to date: 0 occupations, 0 published guides", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DatabaseMigrate_StoreWithoutAKeyForForms_MakesOneAndNoSecond()
    {
        var first = await RunAsync(_store.Folder, "database", "migrate");
        var second = await RunAsync(_store.Folder, "database", "migrate");

        await using var context = _store.CreateDbContext();
        Assert.Contains("made the key that protects forms", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("made the key", second.Output, StringComparison.Ordinal);
        Assert.Equal(1, await context.DataProtectionKeys.CountAsync(Cancellation));
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("status")]
    public async Task Database_ServerThatDoesNotAnswer_IsToldInOneLineAtOnce(string command)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = "SqlServer",
            ["ConnectionStrings:Portal"] = "Server=127.0.0.1,1;Database=portal;User Id=portal;Password=secret",
        };
        var longest = TimeSpan.FromSeconds(30);

        var run = await RunAsync(settings, "database", command).WaitAsync(longest, Cancellation);

        Assert.Equal(ExitCode.Failed, run.Exit);
        var line = Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("127.0.0.1,1, portal", line, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings:Portal", line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DatabaseStatus_NoFile_MakesNone()
    {
        var folder = Path.Combine(_store.Folder, "none");

        await RunAsync(folder, "database", "status");

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task DatabaseScript_SqlServer_WritesItWithoutAServer()
    {
        var file = Path.Combine(_store.Folder, "script.sql");
        var settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = "sqlserver",
            ["ConnectionStrings:Portal"] = "Server=none.invalid;Database=portal;User Id=sa;Password=secret",
        };

        var run = await RunAsync(settings, "database", "script", "--output", file);

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Contains("IF NOT EXISTS", await File.ReadAllTextAsync(file, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DatabaseScript_Sqlite_PrintsIt()
    {
        var run = await RunAsync(_store.Folder, "database", "script");

        Assert.Equal(0, run.Exit);
        Assert.Contains("CREATE TABLE \"Guides\"", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Oracle", null, "Database:Provider")]
    [InlineData("SqlServer", null, "ConnectionStrings:Portal")]
    [InlineData("SqlServer", "gibberish", "ConnectionStrings:Portal")]
    public async Task Database_WrongSetting_NamesItsKey(string provider, string? connection, string key)
    {
        var run = await RunAsync(
            new Dictionary<string, string?> { ["Database:Provider"] = provider, ["ConnectionStrings:Portal"] = connection },
            "database",
            "status"
        );

        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.Contains(key, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContentCheck_GoodFiles_SaysSo()
    {
        await WriteAsync(Sample.Set(Sample.CompleteGuide()));

        var run = await RunAsync(_store.Folder, "content", "check", Files);

        Assert.Equal((0, "1 occupations, 1 guides: no fault."), (run.Exit, run.Output.Trim()));
    }

    [Fact]
    public async Task ContentCheck_Warnings_AreToldOnlyWhenAskedForAndAreNoFault()
    {
        var guide = Sample.CompleteGuide();
        await WriteAsync(Sample.Set(guide with { Content = guide.Content with { Introduction = ["Le SMIC monte."] } }));

        var plain = await RunAsync(_store.Folder, "content", "check", Files);
        var told = await RunAsync(_store.Folder, "content", "check", Files, "--warnings");

        Assert.Equal((0, "1 occupations, 1 guides: no fault."), (plain.Exit, plain.Output.Trim()));
        Assert.Equal(0, told.Exit);
        Assert.Contains("content.introduction[0]: FrenchOnlyWord: SMIC → salaire minimum", told.Output, StringComparison.Ordinal);
        Assert.EndsWith("no fault. 1 warnings.", told.Output.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("import")]
    public async Task Content_FaultyFiles_NamesFileAndPlaceAndStoresNothing(string command)
    {
        await WriteAsync(Sample.Set(Sample.BriefGuide() with { Language = "it" }));

        var run = await RunAsync(_store.Folder, "content", command, Files);

        await using var context = _store.CreateDbContext();
        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains("guides/relieur.it.json: language: UnknownLanguage: it", run.Error, StringComparison.Ordinal);
        Assert.False(await context.Occupations.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task ContentImport_NewThenRevisedThenSame_Counts()
    {
        var guide = Sample.BriefGuide();
        await WriteAsync(Sample.Set(guide, Sample.BriefGuide("autre")));
        var first = await RunAsync(_store.Folder, "content", "import", Files, "--author", "Claire Dupont");
        await WriteAsync(Sample.Set(guide with { Content = guide.Content with { Summary = "Autrement." } }, Sample.BriefGuide("autre")));

        var second = await RunAsync(_store.Folder, "content", "import", Files);

        await using var context = _store.CreateDbContext();
        Assert.Equal(
            (
                0,
                "guides: 2 added, 0 revised, 0 unchanged; occupations: 2 added, 0 revised, 0 unchanged; "
                    + "directories and sources: 7 added, 0 revised, 0 unchanged."
            ),
            (first.Exit, first.Output.Trim())
        );
        Assert.Equal(
            (
                0,
                "guides: 0 added, 1 revised, 1 unchanged; occupations: 0 added, 0 revised, 2 unchanged; "
                    + "directories and sources: 0 added, 0 revised, 7 unchanged."
            ),
            (second.Exit, second.Output.Trim())
        );
        Assert.Equal(
            ["Claire Dupont", "Claire Dupont", "Import"],
            await context.Revisions.OrderBy(r => r.Author).Select(r => r.Author).ToListAsync(Cancellation)
        );
    }

    [Fact]
    public async Task ContentImport_Archive_IsReadAsTheFolderIs()
    {
        var archive = Path.Combine(_store.Folder, "guides.zip");
        var set = Sample.Set(Sample.CompleteGuide(), Sample.BriefGuide("doreur"));
        await File.WriteAllBytesAsync(archive, ExchangeArchive.Write(ExchangeFolder.TextsOf(set)), Cancellation);

        var check = await RunAsync(_store.Folder, "content", "check", archive);
        var import = await RunAsync(_store.Folder, "content", "import", archive);
        await WriteAsync(set);
        var again = await RunAsync(_store.Folder, "content", "import", Files);

        Assert.Equal((0, 0, 0), (check.Exit, import.Exit, again.Exit));
        Assert.Contains("2 guides: no fault", check.Output, StringComparison.Ordinal);
        Assert.Contains("guides: 2 added", import.Output, StringComparison.Ordinal);
        Assert.Contains("guides: 0 added, 0 revised, 2 unchanged", again.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../evil.json", 1, FaultKind.UnknownFile)]
    [InlineData("guides/relieur.exe", 1, FaultKind.UnknownFile)]
    [InlineData("guides/relieur.fr.json", ExchangeArchive.MostBytesOfFile + 1, FaultKind.TooLong)]
    [InlineData(null, 0, FaultKind.Unreadable)]
    public async Task ContentImport_HostileArchive_IsRefusedAndStoresNothing(string? entry, int bytes, FaultKind fault)
    {
        var archive = Path.Combine(_store.Folder, "hostile.zip");
        await using (var file = File.Create(archive))
        {
            if (entry is null)
            {
                await file.WriteAsync("no archive"u8.ToArray(), Cancellation);
            }
            else
            {
                using var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create);
                await using var content = zip.CreateEntry(entry).Open();
                await content.WriteAsync(new byte[bytes], Cancellation);
            }
        }

        var run = await RunAsync(_store.Folder, "content", "import", archive);

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains($": $: {fault}", run.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was stored", run.Error, StringComparison.Ordinal);
        await using var context = _store.CreateDbContext();
        Assert.Equal(0, await context.Guides.CountAsync(Cancellation));
    }

    [Fact]
    public async Task ContentImport_NothingThere_SaysWhatIsRead()
    {
        var run = await RunAsync(_store.Folder, "content", "import", Path.Combine(_store.Folder, "none.zip"));

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains("no folder and no archive", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContentImport_DirectoriesAndOccupationsChanged_CountsThem()
    {
        var set = Sample.Set(Sample.BriefGuide());
        await WriteAsync(set);
        await RunAsync(_store.Folder, "content", "import", Files);
        await WriteAsync(
            set with
            {
                Occupations = [set.Occupations[0] with { IscoCode = "4133" }],
                TrainingCentres =
                [
                    set.TrainingCentres[0] with
                    {
                        Website = "https://ailleurs.example",
                    },
                    set.TrainingCentres[0] with
                    {
                        Code = "autre-centre",
                    },
                ],
                Sources = [set.Sources[0] with { Title = "Autre titre" }],
            }
        );

        var run = await RunAsync(_store.Folder, "content", "import", Files);

        Assert.Equal(
            (
                0,
                "guides: 0 added, 0 revised, 1 unchanged; occupations: 0 added, 1 revised, 0 unchanged; "
                    + "directories and sources: 1 added, 2 revised, 5 unchanged."
            ),
            (run.Exit, run.Output.Trim())
        );
    }

    [Fact]
    public async Task ContentCheck_NoFolderOfGuides_SaysSo()
    {
        await WriteAsync(Sample.Set());
        Directory.Delete(Path.Combine(Files, "guides"));

        var run = await RunAsync(_store.Folder, "content", "check", Files);

        Assert.Equal(0, run.Exit);
        Assert.Contains("no folder guides/", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContentCheck_FolderCalledLikeAFile_NamesIt()
    {
        await WriteAsync(Sample.Set(Sample.BriefGuide()));
        Directory.CreateDirectory(Path.Combine(Files, "guides", "x.fr.json"));

        var run = await RunAsync(_store.Folder, "content", "check", Files);

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains("guides/x.fr.json: $: UnknownFile: a folder", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContentCheck_LinkThatLeadsBack_IsNamedAndNotFollowed()
    {
        await WriteAsync(Sample.Set(Sample.BriefGuide()));
        Directory.CreateSymbolicLink(Path.Combine(Files, "loop"), Files);

        var run = await RunAsync(_store.Folder, "content", "check", Files);

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Equal(
            ["loop: $: UnknownFile: a link to a folder, which is not followed", "1 faults; nothing was stored."],
            run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [Fact]
    public async Task ContentCheck_LinkThatLeadsNowhere_IsNamed()
    {
        await WriteAsync(Sample.Set(Sample.BriefGuide()));
        File.CreateSymbolicLink(Path.Combine(Files, "guides", "y.fr.json"), Path.Combine(Files, "nowhere"));

        var run = await RunAsync(_store.Folder, "content", "check", Files);

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains("guides/y.fr.json: $: Unreadable", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContentCheck_ValueWithControlCharacters_ShowsThem()
    {
        await WriteAsync(Sample.Set(Sample.BriefGuide() with { Language = "\u001b[2Jit" }));

        var run = await RunAsync(_store.Folder, "content", "check", Files);

        Assert.DoesNotContain('\u001b', run.Error);
        Assert.Contains("\\u001B[2Jit", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("database", "status")]
    [InlineData("database", "migrate")]
    [InlineData("content", "export")]
    [InlineData("content", "import")]
    public async Task Command_DamagedFile_NamesItAndTheKey(string group, string command)
    {
        await WriteAsync(Sample.Set(Sample.BriefGuide()));
        var folder = Directory.CreateDirectory(Path.Combine(_store.Folder, "damaged")).FullName;
        var file = Path.Combine(folder, "portal.db");
        await File.WriteAllTextAsync(file, new string('x', 8192), Cancellation);

        var run = await RunAsync(folder, group == "content" ? [group, command, Files] : [group, command]);

        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.StartsWith(
            $"The file {file} is damaged or is no database",
            Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
        Assert.Contains("Database:DataFolder", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("database", "status")]
    [InlineData("database", "migrate")]
    [InlineData("content", "export")]
    public async Task Command_StoreOfANewerVersion_IsRefused(string group, string command)
    {
        await ExecuteAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '10.0.0')");

        var run = await RunAsync(_store.Folder, group == "content" ? [group, command, Files] : [group, command]);

        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.Contains(
            "was made by a newer version",
            Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
        Assert.Contains("29990101000000_Later", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DROP TABLE __EFMigrationsHistory")]
    [InlineData("DELETE FROM __EFMigrationsHistory")]
    public async Task DatabaseMigrate_StoreWithoutItsHistory_IsRefused(string loss)
    {
        await ExecuteAsync(loss);

        var run = await RunAsync(_store.Folder, "database", "migrate");

        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.Contains(
            "__EFMigrationsHistory",
            Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
        Assert.Contains(_store.File, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContentImport_DryRun_TellsAndStoresNothing()
    {
        await WriteAsync(Sample.Set(Sample.BriefGuide()));

        var run = await RunAsync(_store.Folder, "content", "import", Files, "--dry-run");

        await using var context = _store.CreateDbContext();
        Assert.Equal(
            (
                0,
                "guides: 1 added, 0 revised, 0 unchanged; occupations: 1 added, 0 revised, 0 unchanged; "
                    + "directories and sources: 7 added, 0 revised, 0 unchanged; nothing was stored."
            ),
            (run.Exit, run.Output.Trim())
        );
        Assert.False(await context.Guides.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task ContentImport_DatabaseNotMigrated_SaysWhatToDo()
    {
        await WriteAsync(Sample.Set(Sample.BriefGuide()));

        var run = await RunAsync(Path.Combine(_store.Folder, "none"), "content", "import", Files);

        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.Contains("database migrate", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("import")]
    public async Task Content_FolderThatIsNotThere_SaysSoInOneLine(string command)
    {
        var run = await RunAsync(_store.Folder, "content", command, Path.Combine(_store.Folder, "nowhere"));

        Assert.Equal((ExitCode.Faulty, ""), (run.Exit, run.Output));
        Assert.Contains("nowhere", Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContentCheck_FileThatIsNotRead_NamesIt()
    {
        await WriteAsync(Sample.Set(Sample.BriefGuide()));
        File.Move(Path.Combine(Files, "guides", "relieur.fr.json"), Path.Combine(Files, "relieur.fr.json"));

        var run = await RunAsync(_store.Folder, "content", "check", Files);

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains("relieur.fr.json", run.Error, StringComparison.Ordinal);
        Assert.Contains("guides/", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContentExport_Store_WritesFilesAndNamesStrangers()
    {
        await _store.ImportAsync(Sample.Set(Sample.CompleteGuide()), Cancellation);
        Directory.CreateDirectory(Path.Combine(Files, "guides"));
        await File.WriteAllTextAsync(Path.Combine(Files, "guides", "ancien.fr.json"), "{}", Cancellation);

        var run = await RunAsync(_store.Folder, "content", "export", Files);

        Assert.Equal(0, run.Exit);
        Assert.Contains("1 guides in 10 files.", run.Output, StringComparison.Ordinal);
        Assert.Contains("guides/ancien.fr.json", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Files, "guides", "relieur.fr.json")));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var context = _store.CreateDbContext();
        await context.Database.ExecuteSqlRawAsync(sql, Cancellation);
    }

    private async Task WriteAsync(ExchangeSet set)
    {
        if (Directory.Exists(Files))
        {
            Directory.Delete(Files, recursive: true);
        }

        await ExchangeFolder.WriteAsync(Files, set, Cancellation);
    }

    private static Task<(int Exit, string Output, string Error)> RunAsync(string dataFolder, params string[] arguments) =>
        RunAsync(new Dictionary<string, string?> { ["Database:DataFolder"] = dataFolder }, arguments);

    private static async Task<(int Exit, string Output, string Error)> RunAsync(Dictionary<string, string?> settings, params string[] arguments)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await PortalCommand.RunAsync(
            configuration,
            arguments,
            new InvocationConfiguration { Output = output, Error = error },
            Cancellation
        );
        return (exit, output.ToString(), error.ToString());
    }
}
