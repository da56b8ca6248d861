using System.Diagnostics;
using System.Globalization;

namespace CareerPortal.Benchmarks.Attack;

/// <summary>The site as a process of its own, with a store of its own.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _data;

    private SiteProcess(Process process, DirectoryInfo data, Uri address) => (_process, _data, Address) = (process, data, address);

    public Uri Address { get; }

    public string DataFolder => _data.FullName;

    public static async Task<SiteProcess> StartAsync(int port, params (string Key, string Value)[] settings)
    {
        var site = Start(port, Directory.CreateTempSubdirectory("portal-attack"), core: null, settings);
        await site.ReadyAsync();
        return site;
    }

    /// <summary>Starts it on a folder of data, which goes with it, and without waiting; on one core alone where one is named.</summary>
    public static SiteProcess Start(int port, DirectoryInfo data, int? core, params (string Key, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        string[] command = ["dotnet", Path.Combine(AppContext.BaseDirectory, "CareerPortal.Web.dll")];
        string[] pinned = core is { } number ? ["taskset", "-c", number.ToString(CultureInfo.InvariantCulture), .. command] : command;
        var start = new ProcessStartInfo(pinned[0], pinned[1..]) { RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory };
        foreach (
            var (key, value) in ((string, string)[])
                [
                    ("ASPNETCORE_URLS", address.AbsoluteUri),
                    ("Database__DataFolder", data.FullName),
                    ("ASPNETCORE_ENVIRONMENT", "Production"),
                    ("Serilog__MinimumLevel__Default", "Error"),
                    .. settings,
                ]
        )
        {
            start.Environment[key] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, e) =>
        {
            if (e.Data is { Length: > 0 } line)
            {
                Console.Error.WriteLine(line.Length > 600 ? line[..600] : line);
            }
        };
        process.BeginOutputReadLine();
        return new SiteProcess(process, data, address);
    }

    /// <summary>What the process holds in memory now, and at most so far, in megabytes; null where the system does not tell.</summary>
    public async Task<(int Now, int Most)?> MemoryAsync()
    {
        var file = $"/proc/{_process.Id}/status";
        if (!File.Exists(file))
        {
            return null;
        }

        var lines = await File.ReadAllLinesAsync(file);
        return (Megabytes("VmRSS:"), Megabytes("VmHWM:"));

        int Megabytes(string name) =>
            int.Parse(
                lines.First(l => l.StartsWith(name, StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
                CultureInfo.InvariantCulture
            ) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    public async Task ReadyAsync()
    {
        using var client = new HttpClient();
        for (var tries = 0; tries < 600; tries++)
        {
            try
            {
                if ((await client.GetAsync(new Uri(Address, "/health/ready"))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"{Address} did not answer.");
    }
}
