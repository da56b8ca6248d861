using CareerPortal.Compatibility;
using CareerPortal.Data;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Selection;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Testing;

/// <summary>What a quiz needs, put together over a store as the site does.</summary>
public sealed class QuizParts
{
    public QuizParts(IDbContextFactory<PortalDbContext> store, TimeProvider time, ItemBank? bank = null, QuizSettings? settings = null)
    {
        Bank = bank ?? ItemBank.Load();
        Estimator = new ProfileEstimator(Bank);
        Selection = new AdaptiveSelection(Estimator);
        Shelf = new OccupationShelf(store, new ContentMark(store, time), Bank, Selection);
        Interviewer = new Interviewer(Bank, Estimator, Selection, Shelf);
        Desk = new QuizDesk(store, Bank, Interviewer, Shelf, settings ?? new QuizSettings(), time);
        Adviser = new Adviser(Bank, Estimator, Interviewer, Shelf);
    }

    public ItemBank Bank { get; }

    public ProfileEstimator Estimator { get; }

    public AdaptiveSelection Selection { get; }

    public OccupationShelf Shelf { get; }

    public Interviewer Interviewer { get; }

    public QuizDesk Desk { get; }

    public Adviser Adviser { get; }

    /// <summary>Answers every question of a quiz as told, and returns it with its result in reach.</summary>
    public async Task<QuizProgress> TakeAsync(ResumeCode code, Func<Item, int?> answer, CancellationToken cancellation)
    {
        var quiz = await Desk.FindAsync(code, cancellation);
        while (!quiz!.IsFinished)
        {
            await Desk.AnswerAsync(code, quiz.Next!, answer(Bank.Find(quiz.Next!)!), cancellation);
            quiz = await Desk.FindAsync(code, cancellation);
        }

        return quiz;
    }
}
