using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace CareerPortal.Benchmarks.Quiz;

/// <summary>
/// One call an iteration, so that the percentiles are those of single calls; in this process, so that the site is not built once more.
/// </summary>
internal sealed class SingleCallJob : ManualConfig
{
    public SingleCallJob()
    {
        AddJob(
            Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                .WithInvocationCount(1)
                .WithUnrollFactor(1)
                .WithWarmupCount(2000)
                .WithIterationCount(500)
                .WithEvaluateOverhead(false)
        );
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumn(StatisticColumn.Median, new PercentileColumn(99));
        HideColumns(
            Column.Error,
            Column.StdDev,
            Column.Job,
            Column.InvocationCount,
            Column.IterationCount,
            Column.UnrollFactor,
            Column.WarmupCount,
            Column.Toolchain,
            Column.Gen0,
            Column.Gen1,
            Column.RatioSD
        );
    }
}
