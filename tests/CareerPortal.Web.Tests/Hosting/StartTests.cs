using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CareerPortal.Web.Hosting;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>A wrong setting stops the start with a message that names the key.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("Database:Provider", "Oracle", "Database:Provider")]
    [InlineData("Database:Provider", "SqlServer", "ConnectionStrings:Portal")]
    [InlineData("Database:DataFolder", " ", "Database:DataFolder")]
    [InlineData("Quiz:KeepDays", "0", "Quiz:KeepDays")]
    [InlineData("RateLimits:AnswersPerMinute", "0", "RateLimits:AnswersPerMinute")]
    [InlineData("Portal:PublicAddress", "passerelle", "Portal:PublicAddress")]
    [InlineData("Portal:PublicAddress", "ftp://passerelle.example", "Portal:PublicAddress")]
    [InlineData("Portal:PublicAddress", "//passerelle.example", "Portal:PublicAddress")]
    [InlineData("Quiz:KeepDays", "many", "Quiz:KeepDays")]
    [InlineData("Portal:Name", "", "Portal:Name")]
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

    [Fact]
    public async Task Start_OnADamagedFile_NamesItAndTheKey()
    {
        await using var portal = new PortalFactory();
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
    public void LineFor_AFailureOfTheProgramItself_IsNone() => Assert.Null(StartFailures.LineFor(new InvalidOperationException("a fault in the code")));

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
        Assert.Contains($"The site cannot start. Failed to bind to address {address}: address already in use: end what listens there, or give another address by ASPNETCORE_URLS or --urls.\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
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

    private static void AssertNoTrace(string output)
    {
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
        Assert.DoesNotContain("ailed to start", output, StringComparison.Ordinal);
    }

    /// <summary>Runs the site as a process of its own until it ends by itself.</summary>
    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CareerPortal.Web.dll"), .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["DOTNET_ENVIRONMENT"] = "Production" },
        })!;
        using var longest = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        longest.CancelAfter(TimeSpan.FromSeconds(60));
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

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("careerportal-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }

    [Fact]
    public async Task PublicAddress_Given_StandsInCanonicalLinksAndTheSitemap()
    {
        await using var portal = new PortalFactory { Settings = { ["Portal:PublicAddress"] = "https://passerelle.example/", ["Portal:Name"] = "Autre nom" } };
        var client = portal.CreateClient();

        var page = await client.GetStringAsync(new Uri("/metiers", UriKind.Relative), TestContext.Current.CancellationToken);
        var sitemap = await client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("<link rel=\"canonical\" href=\"https://passerelle.example/metiers\"", page, StringComparison.Ordinal);
        Assert.Contains("Autre nom", page, StringComparison.Ordinal);
        Assert.Contains("<loc>https://passerelle.example/metiers</loc>", sitemap, StringComparison.Ordinal);
    }
}
