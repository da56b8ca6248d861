using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>The calls of the editor beside those of drafts.</summary>
internal static partial class StoreCalls
{
    private static Dictionary<string, Func<RecordingStore, Task>> EditorCalls =>
        new()
        {
            ["DraftChecks.LookAsync"] = s =>
                new DraftChecks(s, new DraftDesk(s, TimeProvider.System), Checker(s)).LookAsync(
                    new Actor(Guid.CreateVersion7(), Guid.CreateVersion7(), "x"),
                    1,
                    default
                ),
            ["GuideLibrary.ShowAsync"] = s => Library(s).ShowAsync(1, Sample.CompleteGuide().ToDocument(), default),
            ["ReferenceChoices.SearchAsync"] = s => Choices(s).SearchAsync(GuideReferenceKind.Centre, "x", "fr", default),
            ["ReferenceChoices.NameOfAsync"] = s => Choices(s).NameOfAsync(GuideReferenceKind.Occupation, "x", "fr", default),
        };

    private static ReferenceChoices Choices(RecordingStore store) => new(store, new ContentMark(store, TimeProvider.System), TestStore.Qualities);
}
