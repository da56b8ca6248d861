using CareerPortal.Compatibility;
using CareerPortal.Data;
using CareerPortal.Migrations.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CareerPortal.Core.Tests.Data;

/// <summary>Quizzes begun before the plan went: nothing of them is lost.</summary>
public sealed class AdaptiveQuizMigrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("careerportal-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Migrate_QuizzesWithAPlan_KeepTheirAnswersInItsOrder()
    {
        await File.Create(Path.Combine(_folder, "portal.db")).DisposeAsync();
        await using (var old = Open())
        {
            await old.GetService<IMigrator>().MigrateAsync("Beginning", Cancellation);
            await old.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO Occupations (Id, Code, Sector, Studies, Conditions, Version)
                    VALUES (1, 'relieur', 'Digital', 'UpperSecondary', '[]', {Guid.NewGuid()});
                INSERT INTO QuizSessions (Id, CodeHash, OccupationId, Language, EngineVersion, BankVersion, Seed, Plan, CreatedUtc, ExpiresUtc)
                    VALUES ('B0000000-0000-0000-0000-000000000001', x'01', 1, 'fr', '1', '1', 7, '["patience-1","detail-1","rigueur-1"]',
                        '2026-11-01 10:00:00', '2026-12-01 10:00:00'),
                           ('B0000000-0000-0000-0000-000000000002', x'02', 1, 'fr', '1', '1', 8, '["detail-1","patience-1"]',
                               '2026-11-01 10:00:00', '2026-12-01 10:00:00');
                INSERT INTO QuizAnswers (SessionId, ItemId, Value, AnsweredUtc)
                    VALUES ('B0000000-0000-0000-0000-000000000001', 'detail-1', NULL, '2026-11-01 10:02:00'),
                        ('B0000000-0000-0000-0000-000000000001', 'patience-1', 4, '2026-11-01 10:01:00'),
                           ('B0000000-0000-0000-0000-000000000002', 'detail-1', 2, '2026-11-01 10:01:00'),
                               ('B0000000-0000-0000-0000-000000000002', 'patience-1', 5, '2026-11-01 10:03:00');
                """,
                Cancellation
            );
        }

        await using (var now = Open())
        {
            await now.Database.MigrateAsync(Cancellation);
        }

        await using var context = Open();
        var sessions = await context.QuizSessions.Include(s => s.Answers).OrderBy(s => s.Seed).ToListAsync(Cancellation);
        Assert.Equal(["patience-1", "detail-1"], sessions[0].Answers.OrderBy(a => a.Position).Select(a => a.ItemId));
        Assert.Equal([4, null], sessions[0].Answers.OrderBy(a => a.Position).Select(a => a.Value));
        Assert.Null(sessions[0].FinishedUtc);
        Assert.Equal(new DateTime(2026, 11, 1, 10, 3, 0, DateTimeKind.Utc), sessions[1].FinishedUtc);
        context.Remove(sessions[0]);
        await context.SaveChangesAsync(Cancellation);
        Assert.Equal(2, await context.QuizAnswers.CountAsync(Cancellation));
    }

    private PortalDbContext Open()
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        SqliteStore.Configure(options, Path.Combine(_folder, "portal.db"));
        return new PortalDbContext(options.Options);
    }
}
