using CareerPortal.Data;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.French;
using CareerPortal.Guides;
using CareerPortal.Migrations.Sqlite;
using CareerPortal.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CareerPortal.Core.Tests.Data;

/// <summary>What stood beside the published document moves into it; an older revision stays as it was written and can still be read.</summary>
public sealed class RevisionDocumentsMigrationTests : IDisposable, IDbContextFactory<PortalDbContext>
{
    private static readonly GuideContent Vous = Sample.CompleteGuide().Content;

    private static readonly GuideFile Guide = Sample.CompleteGuide() with
    {
        Register = Register.Tu,
        Content = Vous with
        {
            Hook = "Et si c'était toi ?",
            SelfAssessment = [Vous.SelfAssessment[0] with { Question = "Es-tu patient ?" }],
            MicroTasks = Vous.MicroTasks! with
            {
                WarningSigns = [new("On te demande de payer", "Un travail ne se paie pas.")],
                Precautions = ["Garde tes relevés."],
            },
        },
        UpdatedOn = new DateOnly(2026, 3, 1),
        ReviewedOn = new DateOnly(2026, 9, 1),
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("careerportal-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Migrate_PublishedRevision_HoldsWhatStoodBesideIt()
    {
        await FillOldStoreAsync();

        await using var context = CreateDbContext();
        var revisions = await context.Revisions.OrderBy(r => r.Number).ToListAsync(Cancellation);
        Assert.Equal([1, 2], revisions.Select(r => r.Format));
        Assert.Equal(GuideDocuments.HashOf(Guide.ToDocument()), GuideDocuments.HashOf(revisions[1].Read()));
        Assert.Equal((GuideKind.Complete, "Avant."), (revisions[0].Read().Kind, revisions[0].Read().Content.Summary));
    }

    [Fact]
    public async Task Migrate_FilledStore_IsCompletedAndNotRevisedByTheSameFiles()
    {
        await FillOldStoreAsync();
        var import = new ContentImport(this, TestStore.Qualities, TimeProvider.System, new ArrivedGuides());

        await import.FillEmptyStoreAsync(Cancellation);
        var report = await import.ApplyAsync(Sample.Set(Guide), "Test", Cancellation);

        await using var context = CreateDbContext();
        var guide = await context.Guides.Include(g => g.Mentions).Include(g => g.PublishedRevision).SingleAsync(Cancellation);
        Assert.Equal(new ImportCount(0, 0, 1), report.Guides);
        Assert.Equal(GuideReading.WordsOf(Guide.Content), guide.PublishedWords);
        Assert.Equal([Sample.Centre, Sample.Zone, Sample.Platform], guide.Mentions.Select(m => m.Code).Order(StringComparer.Ordinal));
        Assert.Equal(GuideDocuments.HashOf(Guide.ToDocument()), guide.PublishedRevision!.Hash);
        Assert.Equal(6, await context.ContentStamps.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Migrate_BackAndForth_KeepsWhatIsPublished()
    {
        await FillOldStoreAsync();
        await using (var back = CreateDbContext())
        {
            await back.GetService<IMigrator>().MigrateAsync("ExchangeRates", Cancellation);
            await back.Database.MigrateAsync(Cancellation);
        }

        await using var context = CreateDbContext();
        var published = await context.Guides.Include(g => g.PublishedRevision).SingleAsync(Cancellation);
        Assert.Equal(GuideDocuments.HashOf(Guide.ToDocument()), GuideDocuments.HashOf(published.PublishedRevision!.Read()));
    }

    public PortalDbContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        SqliteStore.Configure(options, Path.Combine(_folder, "portal.db"));
        return new PortalDbContext(options.Options);
    }

    /// <summary>A store as the version before left it: one guide, a revision of the past and the published one, in the first format.</summary>
    private async Task FillOldStoreAsync()
    {
        await File.Create(Path.Combine(_folder, "portal.db")).DisposeAsync();
        await using (var old = CreateDbContext())
        {
            await old.GetService<IMigrator>().MigrateAsync("ExchangeRates", Cancellation);
            var (past, present) = (Content(Guide.Content with { Summary = "Avant." }), Content(Guide.Content));
            await old.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO Occupations (Id, Code, Sector, Studies, Conditions, Version)
                    VALUES (1, 'relieur', 'Digital', 'UpperSecondary', '[]', 'A0000000-0000-0000-0000-000000000000');
                INSERT INTO Guides (Id, OccupationId, Language, Slug, Kind, Register, FirstPublishedOn, UpdatedOn, ReviewedOn, ReviewDueOn, PublishedUtc,
                        PublishedSummary, Version)
                    VALUES (1, 1, 'fr', 'relieur', 'Complete', 'Tu', '2026-01-15', '2026-03-01', '2026-09-01', '2027-01-15', '2026-09-01 10:00:00',
                        {Guide.Content.Summary}, 'A0000000-0000-0000-0000-000000000001');
                INSERT INTO Revisions (Id, GuideId, Number, Content, Author, CreatedUtc)
                    VALUES (1, 1, 1, {past}, 'Test', '2026-01-15 10:00:00'), (2, 1, 2, {present}, 'Test', '2026-09-01 10:00:00');
                UPDATE Guides SET PublishedRevisionId = 2;
                INSERT INTO ContentStamps (Id, Version, ChangedUtc) VALUES (1, 'A0000000-0000-0000-0000-000000000002', '2026-09-01 10:00:00');
                """,
                Cancellation
            );
        }

        await using var now = CreateDbContext();
        await now.Database.MigrateAsync(Cancellation);
    }

    private static string Content(GuideContent content) => ExchangeJson.Write(content, indented: false);
}
