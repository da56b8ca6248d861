using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Editing;

namespace CareerPortal.Core.Tests.Data.TSql;

internal static partial class StoreCalls
{
    private static Actor Writer => new(InventedReader.AnyGuid, Guid.CreateVersion7(), InventedValues.Other);

    private static DraftStep Next =>
        new(InventedReader.AnyGuid, InventedReader.AnyNumber + 1, 0) { Former = [Guid.CreateVersion7(), Guid.CreateVersion7()] };

    private static Dictionary<string, Func<RecordingStore, Task>> OfDesk =>
        new()
        {
            ["DraftDesk.OpenAsync"] = s => Drafts(s).OpenAsync(Writer, 1, Next.TabId, default),
            ["DraftDesk.ReadAsync"] = s => Drafts(s).ReadAsync(Writer, 1, default),
            ["DraftDesk.ApplyAsync"] = async s =>
            {
                DraftChange[] changes =
                [
                    new(DraftEditKind.Set, "content.hook", null, "x"),
                    new(DraftEditKind.Set, "content.faq.gone.asked", null, "x"),
                    new(DraftEditKind.Insert, "content.pros", null, "x", "gone"),
                    new(DraftEditKind.Remove, "content.pros.gone", new JsonObject()),
                ];
                foreach (var first in new[] { 1, InventedReader.AnyNumber + 1 })
                {
                    await Drafts(s).ApplyAsync(Writer, 1, new DraftBatch(Next.TabId, first, changes, 0), default);
                }
            },
            ["DraftDesk.UndoAsync"] = s => Drafts(s).UndoAsync(Writer, 1, Next, default),
            ["DraftDesk.RedoAsync"] = s => Drafts(s).RedoAsync(Writer, 1, Next, default),
            ["DraftDesk.EditsSinceAsync"] = s => Drafts(s).EditsSinceAsync(Writer, 1, Next.TabId, 0, default),
            ["DraftDesk.ChooseAsync"] = s => Drafts(s).ChooseAsync(Writer, 1, new DraftChoice(1, ConflictChoice.Mine, ""), Next, default),
            ["DraftDesk.SeenAsync"] = s => Drafts(s).SeenAsync(Writer, 1, Next.TabId, "questions", default),
            ["DraftDesk.DiscardAsync"] = s => Drafts(s).DiscardAsync(Writer, 1, InventedReader.AnyGuid, default),
        };

    private static DraftDesk Drafts(RecordingStore store) => new(store, TimeProvider.System);
}
