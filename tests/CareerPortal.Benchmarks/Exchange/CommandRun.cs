using System.Diagnostics;

namespace CareerPortal.Benchmarks.Exchange;

/// <summary>A command of the command line in a process of its own: how long it takes, its most memory, what it says and how it ends.</summary>
internal static class CommandRun
{
    public static async Task<(double Seconds, long Megabytes, string Said, int Exit)> MeasureAsync(string data, params string[] arguments)
    {
        // The command line runs with the libraries of this folder.
        string Here(string file) => Path.Combine(AppContext.BaseDirectory, file);
        string[] host =
        [
            "exec",
            "--runtimeconfig",
            Here("CareerPortal.Benchmarks.runtimeconfig.json"),
            "--depsfile",
            Here("CareerPortal.Benchmarks.deps.json"),
        ];
        var start = new ProcessStartInfo("dotnet", [.. host, Here("CareerPortal.Cli.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = data,
        };
        start.Environment["Database__DataFolder"] = data;
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var most = 0L;
        while (!process.WaitForExit(50))
        {
            process.Refresh();
            most = Math.Max(most, process.PeakWorkingSet64);
        }

        return (Stopwatch.GetElapsedTime(started).TotalSeconds, most / (1024 * 1024), (await said).Trim(), process.ExitCode);
    }
}
