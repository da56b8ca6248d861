using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>Releases, withdrawals and directories.</summary>
internal static class ReleaseCalls
{
    private const DirectoryKind Centre = DirectoryKind.Centre;

    private static readonly Actor Somebody = new(Guid.Empty, Guid.Empty, "x");

    private static readonly string Floor = ExchangeJson.Write(new WageFloorEntry(new DateOnly(2027, 1, 1), 1, 1, InventedValues.Occupation), false);

    public static IReadOnlyDictionary<string, Func<RecordingStore, Task>> All { get; } =
        new Dictionary<string, Func<RecordingStore, Task>>
        {
            ["GuideLibrary.ShowHere"] = async s =>
            {
                var library = Library(s);
                library.ShowHere();
                await library.CatalogueAsync("nl", default);
            },
            ["GuideLibrary.FindGoneAsync"] = s => Library(s).FindGoneAsync(Languages.Default, "x", default),
            ["PlaceDirectory.FindReplacedAsync"] = s =>
                new PlaceDirectory(s, new ContentMark(s, TimeProvider.System)).FindReplacedAsync(Centre, "x", default),
            ["ReleasePreview.LibraryAsync"] = async s =>
            {
                using var preview = new ReleasePreview(s, Library(s));
                await TryAsync(async () =>
                {
                    var library = await preview.LibraryAsync(DateTime.UtcNow, 1, default);
                    await library.CatalogueAsync("nl", default);
                    await library.SearchAsync("nl", new GuideQuery { Text = "x" }, default);
                    await library.FindAsync(Languages.Default, InventedValues.Occupation, default);
                    await library.FindMovedAsync(Languages.Default, "x", default);
                });
            },
            ["PreviewDesk.MakeAsync"] = s => TryAsync(() => Previews(s).MakeAsync(Somebody, DateTime.UtcNow.AddDays(1), 1, 7, "x", default)),
            ["PreviewDesk.RevokeAsync"] = s => TryAsync(() => Previews(s).RevokeAsync(Somebody, 1, default)),
            ["PreviewDesk.ListAsync"] = s => Previews(s).ListAsync(Somebody, 1, default),
            ["PreviewDesk.FindAsync"] = s => Previews(s).FindAsync(TicketToken.New().Text, default),
            ["PreviewDesk.DeleteExpiredAsync"] = s => Previews(s).DeleteExpiredAsync(default),
            ["ReleaseDesk.ListAsync"] = s => Desk(s).ListAsync(Somebody, 1, default),
            ["ReleaseDesk.FindAsync"] = s => TryAsync(() => Desk(s).FindAsync(Somebody, 1, "nl", default)),
            ["ReleaseDesk.RequirementsAsync"] = s => Desk(s).RequirementsAsync(Somebody, InventedValues.Occupation, default),
            ["ReleaseDesk.CreateAsync"] = s => Desk(s).CreateAsync(Somebody, "x", default),
            ["ReleaseDesk.AddGuideAsync"] = s => TryAsync(() => Desk(s).AddGuideAsync(Somebody, 1, Guid.Empty, 1, null, ChangeKind.Minor, default)),
            ["ReleaseDesk.AddParameterAsync"] = s =>
                TryAsync(() => Desk(s).AddParameterAsync(Somebody, 1, Guid.Empty, ReleaseItemKind.WageFloor, Floor, default)),
            ["ReleaseDesk.RemoveAsync"] = s => TryAsync(() => Desk(s).RemoveAsync(Somebody, 1, Guid.Empty, 1, default)),
            ["ReleaseDesk.SubmitAsync"] = s => TryAsync(() => Desk(s).SubmitAsync(Somebody, 1, Guid.Empty, default)),
            ["ReleaseDesk.ReturnAsync"] = s => TryAsync(() => Desk(s).ReturnAsync(Somebody, 1, Guid.Empty, "x", default)),
            ["ReleaseDesk.ApproveAsync"] = s => TryAsync(() => Desk(s).ApproveAsync(Somebody, 1, Guid.Empty, default)),
            ["ReleaseDesk.ScheduleAsync"] = s => TryAsync(() => Desk(s).ScheduleAsync(Somebody, 1, Guid.Empty, DateTime.UtcNow.AddDays(1), default)),
            ["ReleaseDesk.UnscheduleAsync"] = s => TryAsync(() => Desk(s).UnscheduleAsync(Somebody, 1, Guid.Empty, default)),
            ["ReleaseDesk.CancelAsync"] = s => TryAsync(() => Desk(s).CancelAsync(Somebody, 1, Guid.Empty, default)),
            ["ReleaseDesk.PublishAsync"] = s => TryAsync(() => Desk(s).PublishAsync(Somebody, 1, Guid.Empty, default)),
            ["ReleaseDesk.PublishDueAsync"] = s => TryAsync(() => Desk(s).PublishDueAsync(default)),
            ["WithdrawalDesk.FindAsync"] = s => TryAsync(() => Withdrawals(s).FindAsync(Somebody, 1, default)),
            ["WithdrawalDesk.WithdrawAsync"] = s =>
                TryAsync(() => Withdrawals(s).WithdrawAsync(Somebody, 1, Guid.Empty, WithdrawalReason.Error, "x", null, default)),
            ["WithdrawalDesk.ReinstateAsync"] = s => TryAsync(() => Withdrawals(s).ReinstateAsync(Somebody, 1, "x", default)),
            ["DirectoryDesk.ListAsync"] = s => EachAsync(kind => Directories(s).ListAsync(Somebody, kind, "x", 1, default)),
            ["DirectoryDesk.ChoicesAsync"] = s => Directories(s).ChoicesAsync(Somebody, Centre, default),
            ["DirectoryDesk.MayAddAsync"] = s => Directories(s).MayAddAsync(Somebody, Centre, default),
            ["DirectoryDesk.FindAsync"] = s => EachAsync(kind => Directories(s).FindAsync(Somebody, kind, CodeOf(kind), default)),
            ["DirectoryDesk.AddAsync"] = s =>
                EachAsync(kind => TryAsync(() => Directories(s).AddAsync(Somebody, kind, DocumentOf(kind), "x", default))),
            ["DirectoryDesk.ChangeAsync"] = s =>
                EachAsync(kind => TryAsync(() => Directories(s).ChangeAsync(Somebody, kind, CodeOf(kind), "x", DocumentOf(kind), "x", default))),
            ["DirectoryDesk.RestoreAsync"] = s => TryAsync(() => Directories(s).RestoreAsync(Somebody, Centre, "x", "x", 1, default)),
            ["DirectoryDesk.DeleteAsync"] = s =>
                EachAsync(kind =>
                    TryAsync(async () =>
                    {
                        var entry = (await Directories(s).FindAsync(Somebody, kind, CodeOf(kind), default)).Value;
                        await Directories(s).DeleteAsync(Somebody, kind, CodeOf(kind), entry?.State ?? "", "x", default);
                    })
                ),
            ["DirectoryDesk.PreviewMergeAsync"] = s =>
                TryAsync(() => Directories(s).PreviewMergeAsync(Somebody, DirectoryKind.Source, InventedValues.Occupation, "x", default)),
            ["DirectoryDesk.MergeAsync"] = s =>
                TryAsync(async () =>
                {
                    var entry = (await Directories(s).FindAsync(Somebody, DirectoryKind.Source, InventedValues.Occupation, default)).Value;
                    await Directories(s).MergeAsync(Somebody, DirectoryKind.Source, InventedValues.Occupation, "x", entry?.State ?? "", default);
                }),
        };

    private static ReleaseDesk Desk(RecordingStore store) => new(store, TestStore.Qualities, TimeProvider.System);

    private static PreviewDesk Previews(RecordingStore store) => new(store, TimeProvider.System);

    private static WithdrawalDesk Withdrawals(RecordingStore store) => new(store, TimeProvider.System);

    private static DirectoryDesk Directories(RecordingStore store) => new(store, TestStore.Qualities, TimeProvider.System);

    private static GuideLibrary Library(RecordingStore store) =>
        new(store, new ContentMark(store, TimeProvider.System), TestStore.Words, TimeProvider.System);

    private static string CodeOf(DirectoryKind kind) =>
        kind switch
        {
            DirectoryKind.WageFloor => "2027-01-01",
            DirectoryKind.ExchangeRate => "usd-2027-01-01",
            _ => InventedValues.Occupation,
        };

    private static string DocumentOf(DirectoryKind kind)
    {
        var set = Sample.Set(Sample.BriefGuide());
        return kind switch
        {
            DirectoryKind.Centre => ExchangeJson.Write(set.TrainingCentres[0], false),
            DirectoryKind.Zone => ExchangeJson.Write(set.JobZones[0], false),
            DirectoryKind.Platform => ExchangeJson.Write(set.Platforms[0] with { Source = InventedValues.Occupation }, false),
            DirectoryKind.Source => ExchangeJson.Write(set.Sources[0], false),
            DirectoryKind.GuidanceService => ExchangeJson.Write(set.GuidanceServices[0], false),
            DirectoryKind.WageFloor => Floor,
            _ => ExchangeJson.Write(set.ExchangeRates[0] with { Source = InventedValues.Occupation }, false),
        };
    }

    private static async Task EachAsync(Func<DirectoryKind, Task> call)
    {
        foreach (var kind in Enum.GetValues<DirectoryKind>())
        {
            await call(kind);
        }
    }

    /// <summary>Invented rows do not always fit each other: what was sent until then has been written down.</summary>
    private static async Task TryAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception e)
            when (e is InvalidOperationException or System.Text.Json.JsonException or UnreadableRevisionException or ArgumentException)
        {
            // See above.
        }
    }
}
