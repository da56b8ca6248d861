using CareerPortal.Data;
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
            ["GuideChecker.KnownAsync"] = s => Checker(s).KnownAsync(StudyLevel.Bachelor, default),
        };

    private static GuideChecker Checker(RecordingStore store) =>
        new(store, new ContentMark(store, TimeProvider.System), TestStore.Qualities, TimeProvider.System);
}
