using CareerPortal.Directories;
using CareerPortal.Editing;
using CareerPortal.Web.Texts;
using CareerPortal.Web.Workspace.Drafts;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Workspace.People;

/// <summary>The codes of the audit in words; a code without words stays as it is.</summary>
internal static class AuditWords
{
    private const string Directory = "directory.";

    /// <summary>The kinds of things that something is done to.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    ["account", "catalogue", "guide", "invitation", "occupation", "release", .. Enum.GetNames<DirectoryKind>().Select(k => Directory + k)];

    /// <summary>What was done: <c>account.signIn</c> is <c>Audit.Does-account-signIn</c>.</summary>
    public static string Does(IStringLocalizer<PortalTexts> T, string action) => Or(T[$"Audit.Does-{action.Replace('.', '-')}"], action);

    /// <summary>What kind of thing it was done to; a directory by its name.</summary>
    public static string Kind(IStringLocalizer<PortalTexts> T, string kind) =>
        kind.StartsWith(Directory, StringComparison.Ordinal)
            ? Or(T[$"DirectoryKind.{kind[Directory.Length..]}"], kind)
            : Or(T[$"Audit.Kind-{kind}"], kind);

    /// <summary>The fields that changed: those of a guide by the names of its form, its sections too, several items of one list once.</summary>
    public static string Fields(IStringLocalizer<PortalTexts> T, IEnumerable<string> fields) =>
        string.Join(
            " ; ",
            fields
                .Select(f =>
                    Languages.Knows(f) ? f.ToUpperInvariant()
                    : GuideForm.Sections.FirstOrDefault(s => s.Id == f) is { } section ? T.Of(section)
                    : PlaceWords.FieldOf(f) is not null ? PlaceWords.Of(T, f)
                    : Or(T[$"Audit.Field-{f}"], f)
                )
                .Distinct(StringComparer.Ordinal)
        );

    private static string Or(LocalizedString text, string code) => text.ResourceNotFound ? code : text.Value;
}
