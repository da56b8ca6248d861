using CareerPortal.Compatibility;
using CareerPortal.Data;
using CareerPortal.Migrations.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CareerPortal.Core.Tests.Data;

/// <summary>Answers that shared a place get each their own; none is lost, and their order stays.</summary>
public sealed class StoreHardeningMigrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("careerportal-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Migrate_AnswersAtOnePlace_GetEachTheirOwn()
    {
        await File.Create(Path.Combine(_folder, "portal.db")).DisposeAsync();
        await using (var old = Open())
        {
            await old.GetService<IMigrator>().MigrateAsync("AdaptiveQuiz", Cancellation);
            await old.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO QuizSessions (Id, CodeHash, Language, EngineVersion, BankVersion, Seed, CreatedUtc, ExpiresUtc)
                    VALUES ('B0000000-0000-0000-0000-000000000001', x'01', 'fr', '1', '1', 7, '2026-11-01 10:00:00', '2026-12-01 10:00:00'),
                           ('B0000000-0000-0000-0000-000000000002', x'02', 'fr', '1', '1', 8, '2026-11-01 10:00:00', '2026-12-01 10:00:00');
                INSERT INTO QuizAnswers (SessionId, ItemId, Position, Value, AnsweredUtc)
                    VALUES ('B0000000-0000-0000-0000-000000000001', 'patience-1', 1, 4, '2026-11-01 10:01:00'),
                           ('B0000000-0000-0000-0000-000000000001', 'rigueur-1', 2, 5, '2026-11-01 10:02:00'),
                           ('B0000000-0000-0000-0000-000000000001', 'detail-1', 2, 1, '2026-11-01 10:02:00'),
                           ('B0000000-0000-0000-0000-000000000001', 'detail-2', 3, 2, '2026-11-01 10:03:00'),
                           ('B0000000-0000-0000-0000-000000000002', 'detail-1', 1, 3, '2026-11-01 10:01:00');
                """,
                Cancellation
            );
        }

        await using (var now = Open())
        {
            await now.Database.MigrateAsync(Cancellation);
        }

        await using var context = Open();
        var answers = await context
            .QuizAnswers.OrderBy(a => a.SessionId)
            .ThenBy(a => a.Position)
            .Select(a => new
            {
                a.ItemId,
                a.Position,
                a.Value,
            })
            .ToListAsync(Cancellation);
        Assert.Equal(["patience-1", "detail-1", "rigueur-1", "detail-2", "detail-1"], answers.Select(a => a.ItemId));
        Assert.Equal([1, 2, 3, 4, 1], answers.Select(a => a.Position));
        Assert.Equal([4, 1, 5, 2, 3], answers.Select(a => a.Value));
    }

    private PortalDbContext Open()
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        SqliteStore.Configure(options, Path.Combine(_folder, "portal.db"));
        return new PortalDbContext(options.Options);
    }
}
