using System.Runtime.CompilerServices;
using CareerPortal.Data;
using CareerPortal.Quiz;
using CareerPortal.Quiz.Calibration;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.ResponseQuality;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Compatibility;

/// <summary>Learns the items from shared answers: tells what would change, and makes it the version that quizzes start with.</summary>
/// <remarks>
/// It always starts from what was believed before anyone answered, and learns from all that is shared now: what was taken back teaches nothing any
/// more, and nothing counts twice.
/// </remarks>
public sealed class Recalibration(IDbContextFactory<PortalDbContext> contexts, QuizEngines engines, TimeProvider time)
{
    private const int ReadAtOnce = 500;

    /// <summary>The most quizzes that are learned from, and the most results that are compared.</summary>
    private const int Most = 50_000;

    /// <summary>What would change; nothing is stored.</summary>
    public async Task<RecalibrationReport> RehearseAsync(CancellationToken cancellation)
    {
        var bank = engines.Start.Bank;
        var from = await engines.CurrentAsync(cancellation);
        var people = new List<int[]>();
        int others = 0,
            careless = 0;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await foreach (var quiz in SharedAsync(context, cancellation))
        {
            if (BankCalibration.WordingsOf(quiz.BankVersion) != bank.Version)
            {
                others++;
            }
            else if (IsUniform(quiz))
            {
                careless++;
            }
            else
            {
                people.Add(ValuesOf(bank, quiz));
            }
        }

        var fit = SparseCalibration.Fit(bank, [.. bank.Items.Select(ItemPrior.Of)], engines.Start.Estimator.Correlations, people);
        var number = await NumberAsync(cancellation);
        var calibration = new BankCalibration
        {
            Wordings = bank.Version,
            Number = number,
            Version = BankCalibration.VersionOf(bank.Version, number),
            EngineVersion = EngineVersion.Current,
            MadeUtc = time.GetUtcNow().UtcDateTime,
            Quizzes = people.Count,
            Items = [.. bank.Items.Zip(fit.Items, (item, learned) => CalibratedParameters.Of(item.Id, learned))],
        };
        using var to = engines.Try(calibration);
        var (bands, rankings, otherFirst, stay) = await CompareAsync(from, to, cancellation);
        return new RecalibrationReport
        {
            From = from.Bank.Version,
            Calibration = calibration,
            Quizzes = people.Count,
            Answers = fit.Items.Sum(i => i.Answered),
            OfOtherWordings = others,
            Careless = careless,
            Converged = fit.Converged,
            Items =
            [
                .. fit
                    .Items.Select((learned, at) => MoveOf(from.Bank.Items[at], learned))
                    .OrderByDescending(m => Math.Abs(m.Place))
                    .ThenBy(m => m.Item, StringComparer.Ordinal),
            ],
            Results = bands,
            Rankings = rankings,
            OtherFirst = otherFirst,
            StayShown = stay,
        };
    }

    /// <summary>
    /// Makes a rehearsed calibration the version that quizzes start with; false where somebody else made one meanwhile. Quizzes begun before
    /// keep theirs.
    /// </summary>
    public async Task<bool> ApplyAsync(BankCalibration calibration, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.Add(calibration);
        try
        {
            await context.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DuplicateRowException)
        {
            return false;
        }
    }

    private static ItemMove MoveOf(Item before, LearnedItem learned) =>
        new(
            before.Id,
            learned.Answered,
            learned.Parameters.B.Average() - before.Parameters.B.Average(),
            learned.Parameters.A / before.Parameters.A,
            learned.LocationDeviation
        );

    private static int[] ValuesOf(ItemBank bank, SharedQuiz quiz)
    {
        var values = new int[bank.Items.Count];
        foreach (var answer in quiz.Answers)
        {
            if (bank.IndexOf(answer.ItemId) is >= 0 and var at)
            {
                values[at] = answer.Value;
            }
        }

        return values;
    }

    /// <summary>The one sign of carelessness that needs no parameters.</summary>
    private static bool IsUniform(SharedQuiz quiz)
    {
        List<int> values = [.. quiz.Answers.OrderBy(a => a.Position).Select(a => a.Value)];
        return ResponseInspector.IsLong(ResponseInspector.LongestRun(values), values.Count);
    }

    private async Task<int> NumberAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var wordings = engines.Start.Bank.Version;
        return 1
            + await context
                .BankCalibrations.Where(c => c.Wordings == wordings)
                .OrderByDescending(c => c.Number)
                .Select(c => c.Number)
                .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>All that is shared, in the order of identifiers, which are drawn at random.</summary>
    private static IAsyncEnumerable<SharedQuiz> SharedAsync(PortalDbContext context, CancellationToken cancellation) =>
        InPartsAsync(context.SharedQuizzes.AsNoTracking().AsSplitQuery().Include(q => q.Answers).OrderBy(q => q.Id), cancellation);

    /// <summary>At most so many rows as are looked at, read some at a time.</summary>
    private static async IAsyncEnumerable<T> InPartsAsync<T>(IOrderedQueryable<T> rows, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var read = 0; read < Most; read += ReadAtOnce)
        {
            var part = await rows.Skip(read).Take(ReadAtOnce).ToListAsync(cancellation);
            foreach (var row in part)
            {
                yield return row;
            }

            if (part.Count < ReadAtOnce)
            {
                break;
            }
        }
    }

    /// <summary>The finished quizzes that are still kept, judged by both versions.</summary>
    private async Task<(List<BandMove> Bands, int Rankings, int OtherFirst, double Stay)> CompareAsync(
        QuizEngine from,
        QuizEngine to,
        CancellationToken cancellation
    )
    {
        var moves = new List<(Quiz.Matching.Verdict Before, Quiz.Matching.Verdict After, double Points)>();
        int rankings = 0,
            otherFirst = 0;
        var stay = 0.0;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var finished = context
            .QuizSessions.AsNoTracking()
            .AsSplitQuery()
            .Include(s => s.Answers)
            .Where(s => s.FinishedUtc != null && s.ExpiresUtc > now)
            .OrderBy(s => s.Id);
        await foreach (var session in InPartsAsync(finished, cancellation))
        {
            if (session.Answers.TrueForAll(a => a.Value is null))
            {
                continue;
            }

            var quiz = await StoredAsync(from, session, cancellation);
            if (session.OccupationId is not null)
            {
                var (before, after) = (from.Adviser.Judge(quiz).Score, to.Adviser.Judge(quiz).Score);
                moves.Add((before.Verdict, after.Verdict, after.Compatibility - before.Compatibility));
                continue;
            }

            var old = (await from.Adviser.SuggestAsync(quiz, cancellation)).Occupations.Select(o => o.OccupationCode).ToList();
            var fresh = (await to.Adviser.SuggestAsync(quiz, cancellation)).Occupations.Select(o => o.OccupationCode).ToList();
            if (old.Count > 0)
            {
                rankings++;
                otherFirst += old[0] == fresh.FirstOrDefault() ? 0 : 1;
                stay += old.Intersect(fresh).Count();
            }
        }

        var bands = moves
            .GroupBy(m => m.Before)
            .OrderBy(g => g.Key)
            .Select(g => new BandMove(
                g.Key,
                g.Count(),
                g.Average(m => m.Points),
                g.Average(m => Math.Abs(m.Points)),
                g.MaxBy(m => Math.Abs(m.Points)).Points,
                g.Count(m => m.After != m.Before)
            ))
            .ToList();
        return (bands, rankings, otherFirst, rankings == 0 ? 0 : stay / rankings);
    }

    /// <summary>A stored quiz as both versions judge it; under whose code it is kept nobody can tell, and no matter here.</summary>
    private static async Task<QuizProgress> StoredAsync(QuizEngine engine, QuizSession session, CancellationToken cancellation)
    {
        var occupation = session.OccupationId is { } id ? await engine.Shelf.FindAsync(id, cancellation) : null;
        return new QuizProgress
        {
            Code = ResumeCode.New(),
            OccupationCode = occupation?.Code,
            Requirements = occupation?.Requirements ?? [],
            Answers = GivenAnswer.InOrder(session.Answers),
            Next = null,
            IsFinished = true,
            Expected = session.Answers.Count,
            Seed = unchecked((ulong)session.Seed),
            ExpiresUtc = session.ExpiresUtc,
            EngineVersion = session.EngineVersion,
            BankVersion = session.BankVersion,
        };
    }
}
