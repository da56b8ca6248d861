using System.Diagnostics;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>A running site: its own process, port and console.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly System.Text.StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiteProcess(string program, string folder, string[] arguments)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0", .. arguments])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["ASPNETCORE_ENVIRONMENT"] = "Production",
                    ["DOTNET_ENVIRONMENT"] = "Production",
                    // As for the tests themselves, which run no longer; the threshold is read as hexadecimal.
                    ["DOTNET_TieredPGO"] = "0",
                    ["DOTNET_TC_CallCountThreshold"] = "100",
                },
            },
        };
        _process.OutputDataReceived += (_, e) => Read(e.Data);
        _process.ErrorDataReceived += (_, e) => Read(e.Data);
    }

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public Uri Address => _address.Task.Result;

    /// <summary>Starts the site as it was built, and waits until it says that it is ready: an empty store is filled by then.</summary>
    public static async Task<SiteProcess> StartAsync(params string[] arguments)
    {
        var site = await StartProgramAsync(
            Path.Combine(AppContext.BaseDirectory, "CareerPortal.Web.dll"),
            AppContext.BaseDirectory,
            ["--Catalogue:LayOutAhead", "false", .. arguments]
        );
        try
        {
            using var client = new HttpClient { BaseAddress = site.Address };
            await Readiness.OfAsync(client);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a program of the site in a folder.</summary>
    public static async Task<SiteProcess> StartProgramAsync(string program, string folder, params string[] arguments)
    {
        var site = new SiteProcess(program, folder, arguments);
        site._process.Start();
        site._process.BeginOutputReadLine();
        site._process.BeginErrorReadLine();
        try
        {
            await site._address.Task.WaitAsync(Longest, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException e)
        {
            await site.DisposeAsync();
            throw new InvalidOperationException("The site did not start: " + site.Output, e);
        }

        return site;
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (System.Text.RegularExpressions.Regex.Match(line, @"http://127\.0\.0\.1:\d+") is { Success: true } found)
        {
            _address.TrySetResult(new Uri(found.Value));
        }
    }
}
