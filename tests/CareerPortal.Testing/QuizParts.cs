using CareerPortal.Catalogue;
using CareerPortal.Compatibility;
using CareerPortal.Data;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Selection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Testing;

/// <summary>What a quiz needs, put together over a store as the site does.</summary>
public sealed class QuizParts
{
    /// <summary>What a reader takes over a question; answers that come at once are called hasty.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(4);

    private readonly TimeProvider _time;

    public QuizParts(IDbContextFactory<PortalDbContext> store, TimeProvider time, ItemBank? bank = null, QuizSettings? settings = null)
    {
        _time = time;
        var mark = new ContentMark(store, time);
        Engines = new QuizEngines(bank ?? ItemBank.Load(), store, mark, new CatalogueShelf(store, mark));
        Key = new SharingKey(
            store,
            new EphemeralDataProtectionProvider(),
            settings ?? new QuizSettings { SharingKey = Convert.ToBase64String(new byte[32]) }
        );
        Sharing = new SharingDesk(store, Key, time);
        Desk = new QuizDesk(store, Engines, Sharing, settings ?? new QuizSettings(), time);
        Recalibration = new Recalibration(store, Engines, time);
    }

    public QuizEngines Engines { get; }

    public SharingKey Key { get; }

    public SharingDesk Sharing { get; }

    public Recalibration Recalibration { get; }

    // Before any calibration: what quizzes on a store without one are asked and judged by.
    public ItemBank Bank => Engines.Start.Bank;

    public ProfileEstimator Estimator => Engines.Start.Estimator;

    public AdaptiveSelection Selection => Engines.Start.Selection;

    public OccupationShelf Shelf => Engines.Start.Shelf;

    public Interviewer Interviewer => Engines.Start.Interviewer;

    public QuizDesk Desk { get; }

    public Adviser Adviser => Engines.Start.Adviser;

    /// <summary>Answers every question of a quiz as told, and returns it with its result in reach.</summary>
    public async Task<QuizProgress> TakeAsync(ResumeCode code, Func<Item, int?> answer, CancellationToken cancellation)
    {
        var quiz = await Desk.FindAsync(code, cancellation);
        while (!quiz!.IsFinished)
        {
            (_time as FakeTimeProvider)?.Advance(Pace);
            await Desk.AnswerAsync(code, quiz.Next!, answer(Bank.Find(quiz.Next!)!), cancellation);
            quiz = await Desk.FindAsync(code, cancellation);
        }

        return quiz;
    }
}
