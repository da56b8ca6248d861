using System.Reflection;
using System.Security.Cryptography;
using CareerPortal.Compatibility;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>A call to every public method by which the application reaches its store.</summary>
internal static partial class StoreCalls
{
    private static readonly ItemBank Bank = new(
        [
            new Item
            {
                Id = InventedValues.Item,
                QualityId = "detail",
                Reversed = false,
                Text = new QuizText([KeyValuePair.Create("fr", "Je vois tout.")]),
            },
        ],
        ["detail"]
    );

    private static BankCalibration Calibration =>
        new()
        {
            Wordings = Bank.Version,
            Number = 1,
            Version = BankCalibration.VersionOf(Bank.Version, 1),
            EngineVersion = CareerPortal.Quiz.EngineVersion.Current,
            MadeUtc = TestStore.Start.UtcDateTime,
            Quizzes = 1,
            Items = [],
        };

    private static readonly Lazy<Task<IReadOnlyList<RecordedCommand>>> Recorded = new(MakeAsync);

    public static IReadOnlyDictionary<string, Func<RecordingStore, Task>> All { get; } =
        new Dictionary<string, Func<RecordingStore, Task>>
        {
            ["ContentImport.ApplyAsync"] = s =>
                Import(s).ApplyAsync(Sample.Set(Sample.CompleteGuide(InventedValues.Occupation), Sample.BriefGuide("autre")), "Test", default),
            ["ContentImport.RehearseAsync"] = s =>
                Import(s).RehearseAsync(Sample.Set(Sample.CompleteGuide(InventedValues.Occupation)), "Test", default),
            ["ContentImport.FillEmptyStoreAsync"] = s => Import(s).FillEmptyStoreAsync(default),
            ["ContentMark.CurrentAsync"] = s => new ContentMark(s, TimeProvider.System).CurrentAsync(default).AsTask(),
            ["ExchangeExport.ReadAsync"] = s => new ExchangeExport(s).ReadAsync(default),
            ["GuideLibrary.CatalogueAsync"] = s => Library(s).CatalogueAsync("nl", default),
            ["GuideLibrary.SearchAsync"] = s => Library(s).SearchAsync("nl", new GuideQuery { Text = "x" }, default),
            ["GuideLibrary.FindAsync"] = s => Library(s).FindAsync(Languages.Default, InventedValues.Occupation, default),
            ["GuideLibrary.FindMovedAsync"] = s => Library(s).FindMovedAsync(Languages.Default, "x", default),
            ["PublishedFacts.CompleteAsync"] = s => new PublishedFacts(s).CompleteAsync(default),
            ["GuideLibrary.GuidesNamingCentreAsync"] = s => Library(s).GuidesNamingCentreAsync(Languages.Default, "x", default),
            ["GuideLibrary.GuidesNamingZoneAsync"] = s => Library(s).GuidesNamingZoneAsync(Languages.Default, "x", default),
            ["GuideLibrary.GuidesNamingPlatformAsync"] = s => Library(s).GuidesNamingPlatformAsync(Languages.Default, "x", default),
            ["GuidanceDirectory.AllAsync"] = s => Guidance(s).AllAsync(default),
            ["GuidanceDirectory.FindAsync"] = s => Guidance(s).FindAsync("x", default),
            ["PlaceDirectory.CentresAsync"] = s => Places(s).CentresAsync(1, default),
            ["PlaceDirectory.ZonesAsync"] = s => Places(s).ZonesAsync(1, default),
            ["PlaceDirectory.PlatformsAsync"] = s => Places(s).PlatformsAsync(1, default),
            ["PlaceDirectory.CodesAsync"] = s => Places(s).CodesAsync(default),
            ["PlaceDirectory.CentreAsync"] = s => Places(s).CentreAsync("x", default),
            ["PlaceDirectory.ZoneAsync"] = s => Places(s).ZoneAsync("x", default),
            ["PlaceDirectory.PlatformAsync"] = s => Places(s).PlatformAsync("x", default),
            ["PlaceDirectory.SourceAsync"] = s => Places(s).SourceAsync("x", default),
            ["Adviser.SuggestAsync"] = async s =>
            {
                if (await Quiz(s).Desk.FindAsync(ResumeCode.New(), default) is { } quiz)
                {
                    await Quiz(s).Adviser.SuggestAsync(quiz, default);
                }
            },
            ["Adviser.MatchAsync"] = async s =>
            {
                if (await Quiz(s).Desk.FindAsync(ResumeCode.New(), default) is { } quiz)
                {
                    await Quiz(s).Adviser.MatchAsync(quiz, "A1101", default);
                }
            },
            ["QuizDesk.StartOverAllAsync"] = s => Desk(s).StartOverAllAsync(Languages.Default, default),
            ["QuizDesk.StartAsync"] = s => Desk(s).StartAsync(InventedValues.Occupation, Languages.Default, default),
            ["QuizDesk.FindAsync"] = s => Desk(s).FindAsync(ResumeCode.New(), default),
            ["QuizDesk.KnowsAsync"] = s => Desk(s).KnowsAsync(ResumeCode.New(), default),
            ["QuizDesk.AnswerAsync"] = async s =>
            {
                if (await Desk(s).FindAsync(ResumeCode.New(), default) is { } quiz)
                {
                    await Desk(s).AnswerAsync(quiz, InventedValues.Item, 3, default);
                    await Desk(s).AnswerAsync(quiz, quiz.Answers[0].ItemId, 3, default);
                }
            },
            ["QuizDesk.DismissAsync"] = async s =>
            {
                if (await Desk(s).FindAsync(ResumeCode.New(), default) is { } quiz)
                {
                    await Desk(s).DismissAsync(quiz, InventedValues.Occupation, DismissalReason.Other, default);
                }
            },
            ["QuizDesk.TakeBackAsync"] = s => Desk(s).TakeBackAsync(ResumeCode.New(), "x", default),
            ["QuizDesk.ExportAsync"] = s => Desk(s).ExportAsync(ResumeCode.New(), default),
            ["OccupationShelf.CountAsync"] = s => Quiz(s).Shelf.CountAsync(default),
            ["QuizDesk.DeleteAsync"] = s => Desk(s).DeleteAsync(ResumeCode.New(), default),
            ["SharingKey.FindAsync"] = s => Key(s).FindAsync(ResumeCode.New(), default),
            ["SharingKey.MakeAsync"] = async s =>
            {
                try
                {
                    await Key(s).MakeAsync(ResumeCode.New(), default);
                }
                catch (CryptographicException) when (s.Finds)
                {
                    // An invented key does not open.
                }
            },
            ["SharingDesk.KeptUntilAsync"] = s => Quiz(s).Sharing.KeptUntilAsync(ResumeCode.New(), default),
            ["SharingDesk.ShareAsync"] = async s =>
            {
                if (await Desk(s).FindAsync(ResumeCode.New(), default) is { } quiz)
                {
                    await Quiz(s).Sharing.ShareAsync(quiz with { IsFinished = true }, default);
                }
            },
            ["SharingDesk.WithdrawAsync"] = s => Quiz(s).Sharing.WithdrawAsync(ResumeCode.New(), default),
            ["SharingDesk.DeleteExpiredAsync"] = s => Quiz(s).Sharing.DeleteExpiredAsync(default),
            ["QuizEngines.CurrentAsync"] = s => Quiz(s).Engines.CurrentAsync(default),
            ["QuizEngines.OfAsync"] = s => Quiz(s).Engines.OfAsync(BankCalibration.VersionOf(Bank.Version, 1), default).AsTask(),
            ["Recalibration.RehearseAsync"] = s => Quiz(s).Recalibration.RehearseAsync(default),
            ["Recalibration.ApplyAsync"] = s => Quiz(s).Recalibration.ApplyAsync(Calibration, default),
            ["QuizDesk.DeleteExpiredAsync"] = s => Desk(s).DeleteExpiredAsync(default),
        }
            .Concat(RuleCalls)
            .Concat(ReviewCalls.All)
            .Concat(EditorCalls)
            .Concat(ReleaseCalls.All)
            .Concat(CatalogueCalls.All)
            .Concat(OfferCalls.All)
            .Concat(AlertCalls.All)
            .Concat(OfferEntryCalls.All)
            .Concat(KeepingCalls)
            .Concat(AccountCalls.All)
            .Concat(OfDesk)
            .ToDictionary();

    /// <summary>The methods there are, by reflection: public, asynchronous, on a class that is given the store.</summary>
    public static IReadOnlyList<string> Wanted { get; } =
    [
        .. typeof(PortalDbContext)
            .Assembly.GetTypes()
            .Where(t =>
                t.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                    .SelectMany(c => c.GetParameters())
                    .Any(p => p.ParameterType == typeof(IDbContextFactory<PortalDbContext>))
            )
            .SelectMany(t =>
                t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                    .Where(m => !m.IsSpecialName && m.Name is not (nameof(IDisposable.Dispose) or nameof(IAsyncDisposable.DisposeAsync)))
                    .Select(m => $"{t.Name}.{m.Name}")
            )
            .Distinct(),
    ];

    /// <summary>What is sent when every call is made four times: with and without rows found, with and without rows hit.</summary>
    public static Task<IReadOnlyList<RecordedCommand>> RecordAsync() => Recorded.Value;

    private static async Task<IReadOnlyList<RecordedCommand>> MakeAsync()
    {
        var commands = new List<RecordedCommand>();
        foreach (var (name, call) in All)
        {
            foreach (var (finds, hits) in new[] { (true, true), (true, false), (false, true), (false, false) })
            {
                var store = new RecordingStore(finds, hits) { Caller = name };
                await call(store);
                commands.AddRange(store.Commands);
            }
        }

        return commands;
    }

    private static ContentImport Import(RecordingStore store) => new(store, TestStore.Qualities, TimeProvider.System, new ArrivedGuides());

    private static GuideLibrary Library(RecordingStore store) =>
        new(store, new ContentMark(store, TimeProvider.System), TestStore.Words, TimeProvider.System);

    private static PlaceDirectory Places(RecordingStore store) => new(store, new ContentMark(store, TimeProvider.System));

    private static GuidanceDirectory Guidance(RecordingStore store) => new(store, new ContentMark(store, TimeProvider.System));

    private static SharingKey Key(RecordingStore store) => new(store, new EphemeralDataProtectionProvider(), new QuizSettings());

    private static QuizDesk Desk(RecordingStore store) => Quiz(store).Desk;

    private static QuizParts Quiz(RecordingStore store) => new(store, TimeProvider.System, Bank);
}
