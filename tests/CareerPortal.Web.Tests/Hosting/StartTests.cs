using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CareerPortal.Occupations;
using CareerPortal.Testing;
using CareerPortal.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Serilog.Core;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>A wrong setting stops the start with a message that names the key.</summary>
[Slow]
public sealed class StartTests
{
    [Theory]
    [InlineData("Database:Provider", "Oracle", "Database:Provider")]
    [InlineData("Database:Provider", "SqlServer", "ConnectionStrings:Portal")]
    [InlineData("Database:DataFolder", " ", "Database:DataFolder")]
    [InlineData("Logs:Folder", "/dev/null", "Logs:Folder")]
    [InlineData("Logs:Folder", "/proc/x", "Logs:Folder")]
    [InlineData("ConnectionStrings:Redis", ",,=", "ConnectionStrings:Redis is not a Redis connection string")]
    [InlineData("ConnectionStrings:Redis", "foo bar", "ConnectionStrings:Redis is not a Redis connection string")]
    [InlineData("Serilog:MinimumLevel:Default", "Foo", "Foo is not a valid Serilog level")]
    [InlineData("Quiz:KeepDays", "0", "Quiz:KeepDays")]
    [InlineData("RateLimits:AnswersPerMinute", "0", "RateLimits:AnswersPerMinute")]
    [InlineData("Portal:PublicAddress", "passerelle", "Portal:PublicAddress")]
    [InlineData("Portal:PublicAddress", "ftp://passerelle.example", "Portal:PublicAddress")]
    [InlineData("Portal:PublicAddress", "//passerelle.example", "Portal:PublicAddress")]
    [InlineData("Quiz:KeepDays", "many", "Quiz:KeepDays")]
    [InlineData("Portal:Name", "", "Portal:Name")]
    [InlineData("Offers:Forem:Address", "odwb", "Offers:Forem:Address")]
    [InlineData("Offers:Forem:WholeHours", "0", "Offers:Forem:WholeHours")]
    [InlineData("Portal:Contact", "contact at carrefour", "Portal:Contact")]
    [InlineData("Portal:Contact", "Carrefour <contact@carrefour.example>", "Portal:Contact")]
    [InlineData("Portal:Contact", "contact@carrefour.example", "Portal:Operator")]
    [InlineData("Portal:Operator", "Carrefour des métiers", "Portal:Contact")]
    public async Task Start_WithAWrongSetting_FailsWithItsKey(string key, string value, string named)
    {
        await using var portal = new PortalFactory { Settings = { [key] = value } };

        var failure = Assert.ThrowsAny<Exception>(() => portal.Services);

        var line = StartFailures.LineFor(failure);
        Assert.NotNull(line);
        Assert.Contains(named, line, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", line, StringComparison.Ordinal);
        Assert.DoesNotContain("DataAnnotation", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithAnUnknownProvider_DoesNotSpeakOfSqlServersConnection()
    {
        await using var portal = new PortalFactory { Settings = { ["Database:Provider"] = "Oracle" } };

        var failure = Assert.ThrowsAny<Exception>(() => portal.Services);

        Assert.Equal("Database:Provider is 'Oracle': set it to Sqlite or SqlServer.", StartFailures.LineFor(failure));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("Server=none;Connect Timeout=soon")]
    [InlineData("Server=none;Colour=blue")]
    public async Task Start_WithTextThatIsNoConnectionString_SaysSo(string connection)
    {
        await using var portal = new PortalFactory { Settings = { ["Database:Provider"] = "SqlServer", ["ConnectionStrings:Portal"] = connection } };

        var failure = Assert.ThrowsAny<Exception>(() => portal.Services);

        Assert.Equal("ConnectionStrings:Portal is not a SQL Server connection string.", StartFailures.LineFor(failure));
    }

    [Theory]
    [InlineData("http://localhost:99999", "from 0 to 65535")]
    [InlineData("http://127.0.0.1:70000", "from 0 to 65535")]
    [InlineData("http://localhost:-1", "from 0 to 65535")]
    [InlineData("ftp://x", "'ftp://x'")]
    [InlineData("nonsense", "nonsense")]
    [InlineData("https://127.0.0.1:0", "Kestrel:Certificates:Default:Path")]
    [InlineData("http://127.0.0.1:0/x", "has no path")]
    public async Task Start_OnAnAddressThatCannotBe_SaysHowToGiveAnother(string address, string named)
    {
        await using var app = WebApplication.CreateBuilder(["--urls", address]).Build();

        var failure = await Record.ExceptionAsync(() => app.StartAsync(TestContext.Current.CancellationToken));

        var line = StartFailures.LineFor(failure!);
        Assert.Contains(named, line, StringComparison.Ordinal);
        Assert.Contains("ASPNETCORE_URLS", line, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_WithAContentRootThatIsNotThere_NamesIt()
    {
        var failure = Assert.ThrowsAny<Exception>(() => SiteFiles.OptionsFor(["--contentRoot", "/nonexistent"]));

        Assert.Contains("'/nonexistent' is no folder", StartFailures.LineFor(failure), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithABrokenFileOfSettings_NamesIt()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "appsettings.json"), "{ \"Quiz\": ", TestContext.Current.CancellationToken);

        var failure = Assert.ThrowsAny<Exception>(() => WebApplication.CreateBuilder(SiteFiles.OptionsFor(["--contentRoot", folder.Path])));

        var line = StartFailures.LineFor(failure);
        Assert.Contains(Path.Combine(folder.Path, "appsettings.json"), line, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunUntilStopped_ToldToStopWhileItStarts_EndsQuietly()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Services.AddHostedService<CalledOff>();
        await using var app = builder.Build();

        await app.RunUntilStoppedAsync().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("DROP TABLE __EFMigrationsHistory", "__EFMigrationsHistory")]
    [InlineData("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '10.0.0')", "was made by a newer version")]
    public async Task Start_OnAStoreOfAnotherVersion_SaysSoAndLeavesIt(string change, string told)
    {
        using var store = new TestStore();
        await using (var context = store.CreateDbContext())
        {
            await context.Database.ExecuteSqlRawAsync(change, TestContext.Current.CancellationToken);
        }

        await using var portal = new PortalFactory { Settings = { ["Database:DataFolder"] = store.Folder } };
        var failure = Assert.ThrowsAny<Exception>(() => portal.Services);

        var line = StartFailures.LineFor(failure);
        Assert.Contains(store.File, line, StringComparison.Ordinal);
        Assert.Contains(told, line, StringComparison.Ordinal);
        await using var after = store.CreateDbContext();
        Assert.False(await after.Occupations.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Start_OnADamagedFile_NamesItAndTheKey()
    {
        await using var portal = new PortalFactory { FillsItsStore = true };
        var file = Path.Combine(portal.DataFolder, "portal.db");
        await File.WriteAllTextAsync(file, new string('x', 8192), TestContext.Current.CancellationToken);

        var failure = Assert.ThrowsAny<Exception>(() => portal.Services);

        Assert.Contains(file, StartFailures.LineFor(failure), StringComparison.Ordinal);
        Assert.Contains("Database:DataFolder", StartFailures.LineFor(failure), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithAFileForAFolder_NamesItAndTheKey()
    {
        await using var portal = new PortalFactory();
        var folder = Path.Combine(portal.DataFolder, "taken");
        await File.WriteAllTextAsync(folder, "", TestContext.Current.CancellationToken);
        portal.Settings["Database:DataFolder"] = folder;

        var failure = Assert.ThrowsAny<Exception>(() => portal.Services);

        Assert.Contains(folder, StartFailures.LineFor(failure), StringComparison.Ordinal);
        Assert.Contains("Database:DataFolder", StartFailures.LineFor(failure), StringComparison.Ordinal);
    }

    [Fact]
    public void LineFor_AFailureOfTheProgramItself_IsNone() =>
        Assert.Null(StartFailures.LineFor(new InvalidOperationException("a fault in the code")));

    [Fact]
    public async Task Process_OnATakenPort_EndsWithOneLineAndNoTrace()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://{other.LocalEndpoint}";
        using var folder = new TemporaryFolder();

        var (code, output) = await RunAsync("--urls", address, "--Database:DataFolder", folder.Path);

        Assert.Equal(1, code);
        Assert.Contains("The data lies in", output, StringComparison.Ordinal);
        Assert.Contains(
            $"The site cannot start. Failed to bind to address {address}: address already in use: "
                + "end what listens there, or give another address by ASPNETCORE_URLS or --urls.\n",
            output.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        AssertNoTrace(output);
    }

    [Fact]
    public async Task Process_OnADamagedFile_EndsWithOneLineAndNoTrace()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "portal.db"), new string('x', 8192), TestContext.Current.CancellationToken);

        var (code, output) = await RunAsync("--urls", "http://127.0.0.1:0", "--Database:DataFolder", folder.Path);

        Assert.Equal(1, code);
        Assert.Contains("The data lies in", output, StringComparison.Ordinal);
        Assert.Contains("The site cannot start. The file ", output, StringComparison.Ordinal);
        AssertNoTrace(output);
    }

    [Fact]
    public async Task Process_PublishedAndStartedElsewhere_HasItsStylesAndPutsDataInTheWorkingFolder()
    {
        using var folder = new TemporaryFolder();
        var site = Publish(Path.Combine(folder.Path, "site"));
        var elsewhere = Directory.CreateDirectory(Path.Combine(folder.Path, "elsewhere")).FullName;

        await using var process = await SiteProcess.StartProgramAsync(
            Path.Combine(site, "CareerPortal.Web.dll"),
            elsewhere,
            "--Database:DataFolder",
            "own"
        );
        using var client = new HttpClient { BaseAddress = process.Address };
        var style = await client.GetAsync(new Uri("/css/site.css", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
        Assert.True(File.Exists(Path.Combine(elsewhere, "own", "portal.db")));
        Assert.DoesNotContain("WebRootPath was not found", process.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wwwroot")]
    [InlineData("CareerPortal.Web.staticwebassets.endpoints.json")]
    public async Task Process_WithoutItsFiles_EndsWithOneLineAndMakesNoStore(string missing)
    {
        using var folder = new TemporaryFolder();
        var site = Publish(Path.Combine(folder.Path, "site"));
        var path = Path.Combine(site, missing);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else
        {
            File.Delete(path);
        }

        var (code, output) = await RunIn(folder.Path, Path.Combine(site, "CareerPortal.Web.dll"), "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, code);
        Assert.Contains("The site cannot start.", output, StringComparison.Ordinal);
        Assert.Contains(path, output, StringComparison.Ordinal);
        AssertNoTrace(output);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "data")));
    }

    [Theory]
    [InlineData("Production", null, true)]
    [InlineData("Production", "Carrefour des métiers", false)]
    [InlineData("Test", null, false)]
    public async Task Start_WithoutAnOperator_WarnsInProduction(string environment, string? named, bool warns)
    {
        var log = new RememberedEvents();
        await using var portal = new PortalFactory
        {
            EnvironmentName = environment,
            Settings = { ["Serilog:MinimumLevel:Default"] = "Warning" },
            Registrations = s => s.AddSingleton<ILogEventSink>(log),
        };
        if (named is not null)
        {
            portal.Settings["Portal:Operator"] = named;
            portal.Settings["Portal:Contact"] = "contact@carrefour.example";
        }

        await portal.CreateClient().GetStringAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(warns, log.Lines.Any(l => l.Contains("Portal:Operator", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Logs_WithAFolder_AreKeptInFilesOfALimitedSize()
    {
        const int Limit = 10 * 1024 * 1024;
        using var folder = new TemporaryFolder();
        await using (
            var portal = new PortalFactory
            {
                Settings =
                {
                    ["Logs:Folder"] = folder.Path,
                    ["Serilog:MinimumLevel:Default"] = "Information",
                    ["Serilog:MinimumLevel:Override:Quiet"] = "Information",
                },
            }
        )
        {
            var logger = portal.Services.GetRequiredService<Serilog.ILogger>();
            var text = new string('x', 1024 * 1024);
            for (var line = 0; line < 12; line++)
            {
                logger.Information("{Text}", text);
            }
        }

        var files = Directory.GetFiles(folder.Path, "portal-*.log");
        Assert.InRange(files.Length, 2, 20);
        Assert.All(files, f => Assert.InRange(new FileInfo(f).Length, 1, 2 * Limit));
    }

    /// <summary>A folder as publishing leaves it: the program, the list of its files, and the files themselves.</summary>
    private static string Publish(string target)
    {
        Directory.CreateDirectory(target);
        foreach (
            var file in Directory
                .GetFiles(AppContext.BaseDirectory)
                .Where(f => !f.EndsWith(".staticwebassets.runtime.json", StringComparison.Ordinal))
        )
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        Copy(Path.Combine(AppContext.BaseDirectory, "runtimes"), Path.Combine(target, "runtimes"));
        Copy(Path.Combine(Repository(), "src", "CareerPortal.Web", "wwwroot"), Path.Combine(target, "wwwroot"));
        return target;

        static void Copy(string from, string to)
        {
            foreach (var file in Directory.Exists(from) ? Directory.GetFiles(from, "*", SearchOption.AllDirectories) : [])
            {
                var copy = Path.Combine(to, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CareerPortal.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private static void AssertNoTrace(string output)
    {
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
        Assert.DoesNotContain("ailed to start", output, StringComparison.Ordinal);
    }

    /// <summary>Runs the site as a process of its own until it ends by itself.</summary>
    private static Task<(int Code, string Output)> RunAsync(params string[] arguments) =>
        RunIn(AppContext.BaseDirectory, Path.Combine(AppContext.BaseDirectory, "CareerPortal.Web.dll"), arguments);

    private static async Task<(int Code, string Output)> RunIn(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [program, .. arguments])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["DOTNET_ENVIRONMENT"] = "Production" },
            }
        )!;
        using var longest = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        longest.CancelAfter(TimeSpan.FromMinutes(3));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(longest.Token);
            var error = process.StandardError.ReadToEndAsync(longest.Token);
            await process.WaitForExitAsync(longest.Token);
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    /// <summary>Calls the start off while it is under way.</summary>
    private sealed class CalledOff(IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.StopApplication();
            return Task.Delay(Timeout.Infinite, cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("careerportal-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }

    [Fact]
    public async Task PublicAddress_Given_StandsInCanonicalLinksAndTheSitemap()
    {
        await using var portal = new PortalFactory
        {
            Settings = { ["Portal:PublicAddress"] = "https://passerelle.example/", ["Portal:Name"] = "Autre nom" },
        };
        var client = portal.CreateClient();

        var page = await client.GetStringAsync(new Uri("/metiers", UriKind.Relative), TestContext.Current.CancellationToken);
        var sitemap = await client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("<link rel=\"canonical\" href=\"https://passerelle.example/metiers\"", page, StringComparison.Ordinal);
        Assert.Contains("Autre nom", page, StringComparison.Ordinal);
        Assert.Contains("<loc>https://passerelle.example/metiers</loc>", sitemap, StringComparison.Ordinal);
    }
}
