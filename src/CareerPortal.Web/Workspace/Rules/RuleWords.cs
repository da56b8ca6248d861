using System.Globalization;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Texts;
using CareerPortal.Web.Workspace.Drafts;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Workspace.Rules;

/// <summary>What a rule says to whoever writes, in the language that the workspace is read in: what is wrong and what to do.</summary>
internal static class RuleWords
{
    public static string Of(GuideFault fault, IStringLocalizer<PortalTexts> texts) =>
        fault.Kind == FaultKind.EmptyText
        && PlaceWords.FieldOf(fault.Path) is { Kind: FieldKind.Choice or FieldKind.Reference or FieldKind.References or FieldKind.Date }
            ? Site.Say(((IStringLocalizer)texts)["Rule.NotChosen"])
            : Of(fault.Kind, fault.Value, texts);

    public static string Of(FaultKind kind, string? value, IStringLocalizer<PortalTexts> texts)
    {
        IStringLocalizer T = texts;
        return Site.Say(T[$"Rule.{kind}", Told(kind, value ?? "", T)]);
    }

    private static string Told(FaultKind kind, string value, IStringLocalizer T) =>
        kind switch
        {
            FaultKind.AgedFact when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
                Site.Long(day),
            FaultKind.StudiesContradict when Enum.TryParse<StudyLevel>(value, out var level) => T[$"Study.{level}"],
            _ => value,
        };
}
