using CareerPortal.Compatibility;
using CareerPortal.Quiz.Items;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Compatibility;

/// <summary>Versions of the bank: what shared answers teach, who gets it, and who keeps what they had.</summary>
public sealed class RecalibrationTests : IAsyncLifetime
{
    private const int People = 12;

    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _store.ImportAsync(Sample.Set(Sample.BriefGuide()));

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task RehearseAsync_NothingShared_MovesNothing()
    {
        var report = await Parts().Recalibration.RehearseAsync(Cancellation);

        Assert.Equal((0, 0), (report.Quizzes, report.Answers));
        Assert.All(report.Items, i => Assert.Equal(0, i.Place, 1e-6));
        Assert.Empty(report.Results);
    }

    [Fact]
    public async Task RehearseAsync_SharedAnswers_TellsWhatMovesForWhomAndStoresNothing()
    {
        await ShareManyAsync();

        var report = await Parts().Recalibration.RehearseAsync(Cancellation);

        Assert.Equal(People, report.Quizzes);
        Assert.True(report.Converged);
        Assert.Equal(report.Answers, report.Items.Sum(i => i.Answered));
        Assert.Equal(People, report.Results.Sum(r => r.Results));
        Assert.Contains(report.Results, r => r.MeanSize > 0.1);

        // Everyone agreed with everything: the questions are easier to agree with than was thought, so the percent falls.
        Assert.True(report.Items.Where(i => i.Answered > 0).Average(i => i.Place) < 0);
        Assert.All(report.Results, r => Assert.True(r.Mean < 0));
        await using var context = _store.CreateDbContext();
        Assert.Empty(await context.BankCalibrations.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task ApplyAsync_NewQuiz_StartsWithTheNewVersion()
    {
        await ShareManyAsync();
        var report = await Parts().Recalibration.RehearseAsync(Cancellation);

        Assert.True(await Parts().Recalibration.ApplyAsync(report.Calibration, Cancellation));

        var parts = Parts();
        var code = (await parts.Desk.StartAsync(Sample.BriefGuide().Occupation, "fr", Cancellation))!;
        var quiz = (await parts.Desk.FindAsync(code, Cancellation))!;
        Assert.Equal($"{parts.Bank.Version}+c1", quiz.BankVersion);
        var engine = await parts.Engines.OfAsync(quiz.BankVersion, Cancellation);
        Assert.Equal(quiz.BankVersion, engine.Bank.Version);
        var moved = report.Items.First(i => i.Answered > 0);
        Assert.Equal(parts.Bank.Find(moved.Item)!.Parameters.B.Average() + moved.Place, engine.Bank.Find(moved.Item)!.Parameters.B.Average(), 1e-9);
        Assert.NotNull(engine.Bank.Find(moved.Item)!.Uncertainty);
    }

    [Fact]
    public async Task ApplyAsync_QuizBegunBefore_KeepsItsVersionAndItsResult()
    {
        await ShareManyAsync();
        var old = await TakeAsync(Parts());
        var before = await JudgeAsync(Parts(), old.Code);
        var report = await Parts().Recalibration.RehearseAsync(Cancellation);
        var running = Parts();
        await JudgeAsync(running, old.Code);

        await running.Recalibration.ApplyAsync(report.Calibration, Cancellation);
        _store.Time.Advance(TimeSpan.FromSeconds(3));

        foreach (var parts in new[] { running, Parts() })
        {
            Assert.Equal(report.Calibration.Version, (await parts.Engines.CurrentAsync(Cancellation)).Bank.Version);
            var quiz = (await parts.Desk.FindAsync(old.Code, Cancellation))!;
            Assert.Equal(old.BankVersion, quiz.BankVersion);
            Assert.Equal(before, await JudgeAsync(parts, old.Code));
        }

        var fresh = (await Parts().Engines.CurrentAsync(Cancellation)).Adviser.Judge(old).Score.Compatibility;
        Assert.NotEqual(before, fresh, 0.1);
    }

    [Fact]
    public async Task ApplyAsync_SecondCalibration_LeavesQuizzesOfTheFirst()
    {
        await ShareManyAsync();
        await Parts().Recalibration.ApplyAsync((await Parts().Recalibration.RehearseAsync(Cancellation)).Calibration, Cancellation);
        var middle = await TakeAsync(Parts());
        var before = await JudgeAsync(Parts(), middle.Code);
        await ShareManyAsync(value: 2);
        var second = await Parts().Recalibration.RehearseAsync(Cancellation);

        await Parts().Recalibration.ApplyAsync(second.Calibration, Cancellation);

        Assert.Equal((1 + People * 2, 2), (second.Quizzes + 1, second.Calibration.Number));
        Assert.EndsWith("+c1", second.From, StringComparison.Ordinal);
        Assert.Equal(before, await JudgeAsync(Parts(), middle.Code));
    }

    [Fact]
    public async Task ApplyAsync_SameNumberTwice_IsRefusedTheSecondTime()
    {
        var report = await Parts().Recalibration.RehearseAsync(Cancellation);
        Assert.True(await Parts().Recalibration.ApplyAsync(report.Calibration, Cancellation));
        var rival = await Parts().Recalibration.RehearseAsync(Cancellation);
        await Parts().Recalibration.ApplyAsync(rival.Calibration, Cancellation);
        var late = new BankCalibration
        {
            Wordings = rival.Calibration.Wordings,
            Number = rival.Calibration.Number,
            Version = rival.Calibration.Version,
            EngineVersion = rival.Calibration.EngineVersion,
            MadeUtc = rival.Calibration.MadeUtc,
            Quizzes = 0,
            Items = [],
        };

        Assert.False(await Parts().Recalibration.ApplyAsync(late, Cancellation));
    }

    [Fact]
    public async Task RehearseAsync_OtherWordingsAndOneAnswerThroughout_AreLeftOut()
    {
        await ShareManyAsync();
        var uniform = await TakeAsync(Parts(), (_, _) => 3);
        await Parts().Sharing.ShareAsync(uniform, Cancellation);
        await Parts().Sharing.ShareAsync(await TakeAsync(Parts()) with { BankVersion = "1999-01+c4" }, Cancellation);

        var report = await Parts().Recalibration.RehearseAsync(Cancellation);

        Assert.Equal((People, 1, 1), (report.Quizzes, report.Careless, report.OfOtherWordings));
    }

    [Fact]
    public async Task RehearseAsync_QuizTakenBack_TeachesNothing()
    {
        await ShareManyAsync();
        var before = await Parts().Recalibration.RehearseAsync(Cancellation);
        var extra = await TakeAsync(Parts(), (item, _) => item.Coded(1));
        await Parts().Sharing.ShareAsync(extra, Cancellation);
        Assert.Equal(People + 1, (await Parts().Recalibration.RehearseAsync(Cancellation)).Quizzes);

        await Parts().Sharing.WithdrawAsync(extra.Code, Cancellation);

        var after = await Parts().Recalibration.RehearseAsync(Cancellation);
        Assert.Equal(before.Items.Select(i => (i.Item, i.Place)), after.Items.Select(i => (i.Item, i.Place)));
    }

    [Fact]
    public async Task OfAsync_VersionThatNobodyHas_IsTheBankAsItShips()
    {
        var engines = Parts().Engines;

        Assert.Same(engines.Start, await engines.OfAsync("1999-01", Cancellation));
        Assert.Same(engines.Start, await engines.OfAsync($"{engines.Start.Bank.Version}+c9", Cancellation));
    }

    [Fact]
    public void CalibratedItem_StoredAndRead_IsTheSame()
    {
        var item = new CalibratedParameters(
            "x-1",
            1.5,
            [-1, 0, 1, 2],
            [
                [0.1],
                [0, 0.2],
                [0, 0.1, 0.2],
                [0, 0, 0, 0.2],
                [0, 0, 0, 0, 0.2],
            ],
            0.3,
            0.1,
            12
        );
        using var context = _store.CreateDbContext();
        context.Add(
            new BankCalibration
            {
                Wordings = "x",
                Number = 1,
                Version = "x+c1",
                EngineVersion = "1",
                MadeUtc = TestStore.Start.UtcDateTime,
                Quizzes = 3,
                Items = [item],
            }
        );
        context.SaveChanges();

        using var other = _store.CreateDbContext();
        var read = Assert.Single(other.BankCalibrations.Single().Items);
        Assert.Equal((item.Item, item.A, item.Shared, item.Common, item.Answered), (read.Item, read.A, read.Shared, read.Common, read.Answered));
        Assert.Equal(item.B, read.B);
        Assert.Equal(item.Own.SelectMany(row => row), read.Own.SelectMany(row => row));
    }

    private static async Task<double> JudgeAsync(QuizParts parts, ResumeCode code)
    {
        var quiz = (await parts.Desk.FindAsync(code, Cancellation))!;
        return (await parts.Engines.OfAsync(quiz.BankVersion, Cancellation)).Adviser.Judge(quiz).Score.Compatibility;
    }

    private static async Task<QuizProgress> TakeAsync(QuizParts parts, Func<Item, int, int?>? answer = null)
    {
        var code = (await parts.Desk.StartAsync(Sample.BriefGuide().Occupation, "fr", Cancellation))!;
        var asked = 0;
        return await parts.TakeAsync(code, item => (answer ?? ((i, n) => i.Coded(n % 3 == 0 ? 3 : 4)))(item, asked++), Cancellation);
    }

    private async Task ShareManyAsync(int value = 4)
    {
        var parts = Parts();
        for (var p = 0; p < People; p++)
        {
            var person = p;
            await parts.Sharing.ShareAsync(await TakeAsync(parts, (item, n) => item.Coded((n + person) % 4 == 0 ? 5 : value)), Cancellation);
        }
    }

    private QuizParts Parts() => new(_store, _store.Time);
}
