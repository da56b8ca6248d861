using System.Text.Json;
using CareerPortal.Editing;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Workspace.Editor;

/// <summary>What the page's script says, in the reader's language.</summary>
internal static class EditorWords
{
    private static readonly string[] Plain =
    [
        "opening",
        "sending",
        "nothingNew",
        "savedNow",
        "savedSeconds",
        "savedAt",
        "allSaved",
        "keepsNothing",
        "notAllowed",
        "gone",
        "stale",
        "notAllowedShort",
        "goneShort",
        "staleShort",
        "drawingLost",
        "added",
        "addedLater",
        "removed",
        "moved",
        "undone",
        "redone",
        "nothingToUndo",
        "nothingToRedo",
        "undoLater",
        "mended",
        "mendGone",
        "tooLarge",
        "unsaved",
        "refused",
        "noChoice",
        "here",
        "otherTab",
        "proseAway",
        "proseEmpty",
        "proseTooLong",
        "standsInReview",
        "standsApproved",
        "standsScheduled",
        "fellFromInReview",
        "fellFromApproved",
        "fellFromScheduled",
    ];

    /// <summary>Those that count; English, French, Dutch and German have two forms each.</summary>
    private static readonly string[] Counting = ["offline", "offlineUnkept", "signedOut", "signedOutShort", "replayed", "choices"];

    private static readonly string[] Forms = ["one", "other"];

    public static string Of(IStringLocalizer<PortalTexts> T) =>
        JsonSerializer.Serialize(
            Plain
                .Select(name => KeyValuePair.Create<string, object>(name, Shell.Site.Say(T[$"Editor.Say.{name}"])))
                .Concat(
                    Enum.GetNames<DraftState>()
                        .Select(state => KeyValuePair.Create<string, object>($"state{state}", Shell.Site.Say(T[$"Editor.State.{state}"])))
                )
                .Concat(
                    Counting.Select(name =>
                        KeyValuePair.Create<string, object>(
                            name,
                            Forms.ToDictionary(form => form, form => Shell.Site.Say(T[$"Editor.Count.{name}.{form}"]))
                        )
                    )
                )
                .ToDictionary()
        );
}
