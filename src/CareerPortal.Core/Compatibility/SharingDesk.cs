using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Compatibility;

/// <summary>
/// Keeps the answers of those who agreed that the quiz may learn from them: apart from their quizzes, until they are taken back by the code or their
/// time is over.
/// </summary>
public sealed class SharingDesk(IDbContextFactory<PortalDbContext> contexts, SharingKey key, TimeProvider time)
{
    /// <summary>Until when the answers of a code are kept; null where none were shared.</summary>
    public async Task<DateOnly?> KeptUntilAsync(ResumeCode code, CancellationToken cancellation)
    {
        if (await key.FindAsync(code, cancellation) is not { } hash)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.SharedQuizzes.Where(q => q.CodeHash == hash).Select(q => (DateOnly?)q.DeleteOn).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Copies the answers of a finished quiz; false where it has none, or is not finished. A copy made before is replaced.</summary>
    public async Task<bool> ShareAsync(QuizProgress quiz, CancellationToken cancellation)
    {
        var answers = quiz
            .Answers.Index()
            .Where(a => a.Item.Value is not null)
            .Select(a => new SharedAnswer
            {
                ItemId = a.Item.ItemId,
                Position = a.Index + 1,
                Value = a.Item.Value!.Value,
            })
            .ToList();
        if (!quiz.IsFinished || answers.Count == 0)
        {
            return false;
        }

        var hash = await key.MakeAsync(quiz.Code, cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.SharedQuizzes.Where(q => q.CodeHash == hash).ExecuteDeleteAsync(cancellation);
        context.Add(
            new SharedQuiz
            {
                CodeHash = hash,
                BankVersion = quiz.BankVersion,
                DeleteOn = SharedQuiz.DeletionAfter(time.GetUtcNow().UtcDateTime),
                Answers = answers,
            }
        );
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DuplicateRowException)
        {
            // The same form was sent twice at once: the other copy is as good.
        }

        return true;
    }

    /// <summary>Deletes the shared answers of a code, whether or not its quiz is still there; false where there were none.</summary>
    public async Task<bool> WithdrawAsync(ResumeCode code, CancellationToken cancellation)
    {
        if (await key.FindAsync(code, cancellation) is not { } hash)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.SharedQuizzes.Where(q => q.CodeHash == hash).ExecuteDeleteAsync(cancellation) > 0;
    }

    /// <summary>Deletes the shared answers whose time is over, some at a time, and tells of how many quizzes.</summary>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context
            .SharedQuizzes.Where(q => q.DeleteOn <= today)
            .OrderBy(q => q.DeleteOn)
            .ThenBy(q => q.Id)
            .DeleteInTurnsAsync(cancellation);
    }
}
