using CareerPortal.Data;
using CareerPortal.Quiz;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Selection;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Compatibility;

/// <summary>Keeps quizzes: starts one, stores each answer the moment it is given, finds one by its code, deletes it.</summary>
public sealed class QuizDesk(IDbContextFactory<PortalDbContext> contexts, ItemBank bank, QuizSettings settings, TimeProvider time)
{
    /// <summary>Starts a quiz on an occupation; null where there is no such occupation.</summary>
    public async Task<ResumeCode?> StartAsync(string occupationCode, string language, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var occupation = await context.Occupations
            .Where(o => o.Code == occupationCode)
            .Select(o => new
            {
                o.Id,
                Qualities = o.Requirements.OrderByDescending(r => r.Importance).ThenBy(r => r.QualityId).Select(r => r.QualityId).ToList(),
            })
            .FirstOrDefaultAsync(cancellation);
        if (occupation is null || occupation.Qualities.Count == 0)
        {
            return null;
        }

        var code = ResumeCode.New();
        var now = time.GetUtcNow().UtcDateTime;
        var seed = BitConverter.ToUInt64(code.Hash());
        context.Add(new QuizSession
        {
            CodeHash = code.Hash(),
            OccupationId = occupation.Id,
            Language = language,
            EngineVersion = EngineVersion.Current,
            BankVersion = bank.Version,
            Seed = unchecked((long)seed),
            Plan = [.. InTurnSelection.Plan(occupation.Qualities, bank, seed, settings.Questions)],
            CreatedUtc = now,
            ExpiresUtc = now.AddDays(settings.KeepDays),
        });
        await context.SaveChangesAsync(cancellation);
        return code;
    }

    /// <summary>The quiz of a code as it stands; null where there is none, or none any more.</summary>
    public async Task<QuizProgress?> FindAsync(ResumeCode code, CancellationToken cancellation)
    {
        var hash = code.Hash();
        var now = time.GetUtcNow().UtcDateTime;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var session = await context.QuizSessions
            .Where(s => s.CodeHash == hash && s.ExpiresUtc > now)
            .Select(s => new { s.OccupationId, s.Plan, s.ExpiresUtc, s.EngineVersion, s.BankVersion, Answers = s.Answers.Select(a => new { a.ItemId, a.Value }).ToList() })
            .FirstOrDefaultAsync(cancellation);
        if (session is null)
        {
            return null;
        }

        var occupation = await context.Occupations
            .Where(o => o.Id == session.OccupationId)
            .Select(o => new { o.Code, Requirements = o.Requirements.OrderByDescending(r => r.Importance).ThenBy(r => r.QualityId).ToList() })
            .AsNoTracking()
            .FirstAsync(cancellation);
        return new QuizProgress
        {
            Code = code,
            OccupationCode = occupation.Code,
            Requirements = occupation.Requirements,
            Plan = session.Plan,
            Answers = session.Answers.ToDictionary(a => a.ItemId, a => a.Value),
            ExpiresUtc = session.ExpiresUtc,
            EngineVersion = session.EngineVersion,
            BankVersion = session.BankVersion,
        };
    }

    /// <summary>Stores an answer, or changes the one given before; false where the quiz or the question does not exist.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither 1 to 5 nor null.</exception>
    public async Task<bool> AnswerAsync(ResumeCode code, string itemId, int? value, CancellationToken cancellation)
    {
        if (value is < QuizAnswer.Least or > QuizAnswer.Greatest)
        {
            throw new ArgumentOutOfRangeException(nameof(value));
        }

        var hash = code.Hash();
        var now = time.GetUtcNow().UtcDateTime;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var session = await context.QuizSessions.Where(s => s.CodeHash == hash && s.ExpiresUtc > now)
            .Select(s => new { s.Id, s.Plan }).FirstOrDefaultAsync(cancellation);
        if (session is null || !session.Plan.Contains(itemId))
        {
            return false;
        }

        if (await ChangeAsync(context, session.Id, itemId, value, now, cancellation))
        {
            return true;
        }

        context.Add(new QuizAnswer { SessionId = session.Id, ItemId = itemId, Value = value, AnsweredUtc = now });
        try
        {
            await context.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            // Two posts of one answer crossed (a double click): the row is there now, or the quiz was deleted meanwhile.
            return await ChangeAsync(context, session.Id, itemId, value, now, cancellation);
        }
    }

    /// <summary>Deletes a quiz and its answers at once; false where there was none.</summary>
    public async Task<bool> DeleteAsync(ResumeCode code, CancellationToken cancellation)
    {
        var hash = code.Hash();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.QuizSessions.Where(s => s.CodeHash == hash).ExecuteDeleteAsync(cancellation) > 0;
    }

    /// <summary>Deletes every quiz whose time is over.</summary>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.QuizSessions.Where(s => s.ExpiresUtc <= now).ExecuteDeleteAsync(cancellation);
    }

    private static async Task<bool> ChangeAsync(PortalDbContext context, Guid sessionId, string itemId, int? value, DateTime now, CancellationToken cancellation) =>
        await context.QuizAnswers.Where(a => a.SessionId == sessionId && a.ItemId == itemId)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.Value, value).SetProperty(x => x.AnsweredUtc, now), cancellation) > 0;
}
