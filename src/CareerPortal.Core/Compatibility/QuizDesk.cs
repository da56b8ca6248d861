using CareerPortal.Data;
using CareerPortal.Occupations;
using CareerPortal.Quiz;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Compatibility;

/// <summary>Keeps quizzes: starts one, stores each answer the moment it is given, finds one by its code, deletes it.</summary>
public sealed class QuizDesk(
    IDbContextFactory<PortalDbContext> contexts,
    QuizEngines engines,
    SharingDesk sharing,
    QuizSettings settings,
    TimeProvider time
)
{
    /// <summary>How many quizzes go in one command: few enough that answers need not wait for it.</summary>
    public const int DeletedAtOnce = ExpiredRows.AtOnce;

    /// <summary>How often an answer looks for a free place where others take it first.</summary>
    private const int MostPlaces = 10;

    /// <summary>How many occupations of a result can be put aside.</summary>
    public const int MostDismissed = 100;

    /// <summary>Starts a quiz on an occupation; null where there is no such occupation.</summary>
    public async Task<ResumeCode?> StartAsync(string occupationCode, string language, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var occupation = await context
            .Occupations.Where(o => o.Code == occupationCode && o.Requirements.Any())
            .Select(o => (int?)o.Id)
            .FirstOrDefaultAsync(cancellation);
        return occupation is null ? null : await StartAsync(context, occupation, language, cancellation);
    }

    /// <summary>Starts a quiz over all occupations.</summary>
    public async Task<ResumeCode> StartOverAllAsync(string language, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await StartAsync(context, null, language, cancellation);
    }

    /// <summary>The quiz of a code as it stands; null where there is none, or none any more.</summary>
    public async Task<QuizProgress?> FindAsync(ResumeCode code, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await OpenAsync(context, code, cancellation) is { } session ? await ProgressAsync(code, session, session.Answers, cancellation) : null;
    }

    /// <summary>Whether there is a quiz of a code; less work than to find it.</summary>
    public async Task<bool> KnowsAsync(ResumeCode code, CancellationToken cancellation)
    {
        var hash = code.Hash();
        var now = time.GetUtcNow().UtcDateTime;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.QuizSessions.AnyAsync(s => s.CodeHash == hash && s.ExpiresUtc > now, cancellation);
    }

    /// <summary>Stores an answer in the quiz of a code; null where there is no such quiz, or it cannot hold the question.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither 1 to 5 nor null.</exception>
    public async Task<QuizProgress?> AnswerAsync(ResumeCode code, string itemId, int? value, CancellationToken cancellation) =>
        await FindAsync(code, cancellation) is { } quiz ? await AnswerAsync(quiz, itemId, value, cancellation) : null;

    /// <summary>
    /// Stores an answer, or changes the one given before, and tells how the quiz stands then; null where it has gone meanwhile or cannot hold
    /// the question.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither 1 to 5 nor null.</exception>
    /// <exception cref="ArgumentException">The quiz was not found in a store.</exception>
    public async Task<QuizProgress?> AnswerAsync(QuizProgress quiz, string itemId, int? value, CancellationToken cancellation)
    {
        if (value is < QuizAnswer.Least or > QuizAnswer.Greatest)
        {
            throw new ArgumentOutOfRangeException(nameof(value));
        }

        var session = quiz.Session ?? throw new ArgumentException("Only a quiz that was found takes answers.", nameof(quiz));
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await KeepAsync(context, quiz, session, itemId, value, cancellation) is not { } answers)
        {
            return null;
        }

        var now = await ProgressAsync(quiz.Code, session, answers, cancellation);
        if (now.IsFinished && session.FinishedUtc is null)
        {
            var finished = time.GetUtcNow().UtcDateTime;
            await context
                .QuizSessions.Where(s => s.Id == session.Id && s.FinishedUtc == null)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.FinishedUtc, finished), cancellation);
        }

        return now;
    }

    /// <summary>
    /// Puts an occupation of the result aside, or gives another reason for it; stored when this returns. False where there is no such quiz or
    /// occupation, or no more can be put aside.
    /// </summary>
    public async Task<bool> DismissAsync(QuizProgress quiz, string occupationCode, DismissalReason reason, CancellationToken cancellation) =>
        await (await engines.OfAsync(quiz.BankVersion, cancellation)).Shelf.HoldsAsync(occupationCode, cancellation)
        && await ChangeDismissedAsync(
            quiz.Code,
            held =>
                held.Any(d => d.Code == occupationCode) ? [.. held.Select(d => d.Code == occupationCode ? d with { Reason = reason } : d)]
                : held.Count < MostDismissed ? [.. held, new DismissedOccupation(occupationCode, reason)]
                : null,
            cancellation
        );

    /// <summary>Takes back that an occupation was put aside; false where there is no such quiz.</summary>
    public Task<bool> TakeBackAsync(ResumeCode code, string occupationCode, CancellationToken cancellation) =>
        ChangeDismissedAsync(code, held => [.. held.Where(d => d.Code != occupationCode)], cancellation);

    /// <summary>All that is kept of a quiz, for whoever holds its code; null where there is none.</summary>
    public async Task<QuizExport?> ExportAsync(ResumeCode code, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await OpenAsync(context, code, cancellation) is not { } session)
        {
            return null;
        }

        var engine = await engines.OfAsync(session.BankVersion, cancellation);
        var occupation = await AskedAsync(engine, session, cancellation);
        return new QuizExport(
            occupation?.Code,
            session.Language,
            session.EngineVersion,
            session.BankVersion,
            session.CreatedUtc,
            session.FinishedUtc,
            session.ExpiresUtc,
            [
                .. GivenAnswer
                    .InOrder(session.Answers)
                    .Select(a => new ExportedAnswer(a.ItemId, engine.Bank.Find(a.ItemId)?.Text[session.Language], a.Value, a.AnsweredUtc)),
            ],
            session.Dismissed
        );
    }

    /// <summary>Deletes a quiz and its answers at once, and what was shared of them; false where there was no quiz.</summary>
    public async Task<bool> DeleteAsync(ResumeCode code, CancellationToken cancellation)
    {
        // First what outlives the quiz: should the store go away in between, the quiz is still there to be deleted again.
        await sharing.WithdrawAsync(code, cancellation);
        var hash = code.Hash();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.QuizSessions.Where(s => s.CodeHash == hash).ExecuteDeleteAsync(cancellation) > 0;
    }

    /// <summary>
    /// Deletes the quizzes whose time is over, some at a time, and tells how many; what is left of a very great number goes the next time.
    /// </summary>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context
            .QuizSessions.Where(s => s.ExpiresUtc <= now)
            .OrderBy(s => s.ExpiresUtc)
            .ThenBy(s => s.Id)
            .DeleteInTurnsAsync(cancellation);
    }

    /// <summary>
    /// Changes what was put aside, only if it is still what it was when read: of two changes that cross, the second is made to what the first left.
    /// </summary>
    private async Task<bool> ChangeDismissedAsync(
        ResumeCode code,
        Func<List<DismissedOccupation>, List<DismissedOccupation>?> change,
        CancellationToken cancellation
    )
    {
        var hash = code.Hash();
        var now = time.GetUtcNow().UtcDateTime;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        for (var turn = 0; turn < MostPlaces; turn++)
        {
            var session = await context
                .QuizSessions.AsNoTracking()
                .Where(s => s.CodeHash == hash && s.ExpiresUtc > now)
                .Select(s => new { s.Id, s.Dismissed })
                .FirstOrDefaultAsync(cancellation);
            if (session is null || change(session.Dismissed) is not { } changed)
            {
                return false;
            }

            var (id, before) = (session.Id, session.Dismissed);
            var count = await context
                .QuizSessions.Where(s => s.Id == id && s.Dismissed == before)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Dismissed, changed), cancellation);
            if (count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<ResumeCode> StartAsync(PortalDbContext context, int? occupationId, string language, CancellationToken cancellation)
    {
        var code = ResumeCode.New();
        var engine = await engines.CurrentAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        context.Add(
            new QuizSession
            {
                CodeHash = code.Hash(),
                OccupationId = occupationId,
                Language = language,
                EngineVersion = EngineVersion.Current,
                BankVersion = engine.Bank.Version,
                Seed = BitConverter.ToInt64(code.Hash()),
                CreatedUtc = now,
                ExpiresUtc = now.AddDays(settings.KeepDays),
            }
        );
        await context.SaveChangesAsync(cancellation);
        return code;
    }

    /// <summary>A quiz with its answers, in one command.</summary>
    private async Task<QuizSession?> OpenAsync(PortalDbContext context, ResumeCode code, CancellationToken cancellation)
    {
        var hash = code.Hash();
        var now = time.GetUtcNow().UtcDateTime;
        return await context
            .QuizSessions.AsNoTracking()
            .AsSingleQuery()
            .Include(s => s.Answers)
            .FirstOrDefaultAsync(s => s.CodeHash == hash && s.ExpiresUtc > now, cancellation);
    }

    private async Task<QuizProgress> ProgressAsync(
        ResumeCode code,
        QuizSession session,
        IEnumerable<QuizAnswer> stored,
        CancellationToken cancellation
    )
    {
        var answers = GivenAnswer.InOrder(stored);
        var engine = await engines.OfAsync(session.BankVersion, cancellation);
        var occupation = await AskedAsync(engine, session, cancellation);
        var seed = unchecked((ulong)session.Seed);
        var next = await engine.Interviewer.NextAsync(occupation, answers, seed, session.FinishedUtc is not null, cancellation);
        return new QuizProgress
        {
            Code = code,
            Session = session,
            OccupationCode = occupation?.Code,
            Requirements = occupation?.Requirements ?? [],
            Answers = answers,
            Dismissed = session.Dismissed,
            Next = next,
            IsFinished = next is null || session.FinishedUtc is not null,
            Expected = engine.Interviewer.Expect(occupation?.Requirements, answers.Count, next is null),
            Seed = seed,
            ExpiresUtc = session.ExpiresUtc,
            EngineVersion = session.EngineVersion,
            BankVersion = session.BankVersion,
        };
    }

    /// <summary>The occupation a quiz asks about, which goes only together with its quizzes; null in the quiz over all.</summary>
    private static async Task<AskedOccupation?> AskedAsync(QuizEngine engine, QuizSession session, CancellationToken cancellation) =>
        session.OccupationId is not { } id
            ? null
            : await engine.Shelf.FindAsync(id, cancellation)
                ?? throw new InvalidOperationException($"The quiz asks about occupation {id}, which the store does not have.");

    /// <summary>Stores an answer and returns all that the quiz now has; null where it has gone or cannot hold the question.</summary>
    private async Task<IReadOnlyList<QuizAnswer>?> KeepAsync(
        PortalDbContext context,
        QuizProgress quiz,
        QuizSession session,
        string itemId,
        int? value,
        CancellationToken cancellation
    )
    {
        var id = session.Id;
        var answers = session.Answers;
        var interviewer = (await engines.OfAsync(session.BankVersion, cancellation)).Interviewer;
        for (var turn = 1; ; turn++)
        {
            if (answers.Find(a => a.ItemId == itemId) is { } given)
            {
                var changed = await context
                    .QuizAnswers.Where(a => a.SessionId == id && a.ItemId == itemId)
                    .ExecuteUpdateAsync(a => a.SetProperty(x => x.Value, value), cancellation);
                return changed == 0 ? null : [.. answers.Where(a => a != given), given.With(value)];
            }

            var last = answers.Count == 0 ? 0 : answers.Max(a => a.Position);
            if (!interviewer.MayBeAsked(itemId, quiz.OccupationCode is null ? null : quiz.Requirements, last, session.BankVersion))
            {
                return null;
            }

            var answer = new QuizAnswer
            {
                SessionId = id,
                ItemId = itemId,
                Position = last + 1,
                Value = value,
                AnsweredUtc = time.GetUtcNow().UtcDateTime,
            };
            context.Add(answer);
            try
            {
                await context.SaveChangesAsync(cancellation);
                return [.. answers, answer];
            }
            catch (DuplicateRowException) when (turn < MostPlaces)
            {
                // Two posts crossed: of one answer (a double click), so that its row is there now; or of two, so that its place is taken.
                context.ChangeTracker.Clear();
                answers = await context.QuizAnswers.AsNoTracking().Where(a => a.SessionId == id).ToListAsync(cancellation);
            }
            catch (MissingParentException)
            {
                // The quiz was deleted in another tab.
                return null;
            }
        }
    }
}
