using CareerPortal.Accounts;
using CareerPortal.Compatibility;
using CareerPortal.Data;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>The calls of the rules and of what requirements change.</summary>
internal static partial class StoreCalls
{
    private static Dictionary<string, Func<RecordingStore, Task>> RuleCalls =>
        new()
        {
            ["GuideChecker.CheckAsync"] = s => Checker(s).CheckAsync(1, Sample.CompleteGuide().ToDocument(), default),
            ["ImpactStudy.OfAsync"] = async s =>
            {
                using var study = Study(s);
                await study.OfAsync("nulle-part", [], default);
            },
            ["RequirementsDesk.ReadAsync"] = s => Requirements(s).ReadAsync(Somebody, 1, default),
            ["RequirementsDesk.StudyAsync"] = s => Requirements(s).StudyAsync(Somebody, 1, [], default),
            ["RequirementsDesk.PublishAsync"] = s => PublishAsync(s),
            ["GuideChecker.KnownAsync"] = s => Checker(s).KnownAsync(StudyLevel.Bachelor, default),
        };

    private static GuideChecker Checker(RecordingStore store) =>
        new(store, new ContentMark(store, TimeProvider.System), TestStore.Qualities, TimeProvider.System);

    private static Actor Somebody { get; } = new(Guid.Empty, Guid.Empty, "x");

    private static ImpactStudy Study(RecordingStore store) => new(store, new ContentMark(store, TimeProvider.System), Quiz(store).Engines);

    private static RequirementsDesk Requirements(RecordingStore store) => new(store, TestStore.Qualities, Bank, Study(store), TimeProvider.System);

    private static async Task PublishAsync(RecordingStore store)
    {
        RequirementEntry[] entries = [new("detail", 5, 5, RequirementOrigin.Counsellor), new("stress", 5, 5, RequirementOrigin.Counsellor)];
        try
        {
            await Requirements(store).PublishAsync(Somebody, 1, InventedReader.AnyGuid, entries, "x", default);
        }
        catch (InvalidOperationException) when (!store.Finds)
        {
            // The guide's occupation is asked for by its one row.
        }
    }
}
