using CareerPortal.Editing;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Workspace.Drafts;

/// <summary>The names of sections, fields and choices of a guide's form.</summary>
internal static class FormLabels
{
    extension(IStringLocalizer<PortalTexts> T)
    {
        public string Of(FormSection section) => T[$"Field.Section.{section.Id}"];

        public string Of(FormField field) => Label(T, field.Label);

        /// <summary>A word of a choice; the word itself where the form does not know it.</summary>
        public string OfChoice(FormField field, string choice) =>
            field.Choices?.ToList().IndexOf(choice) is >= 0 and var at ? Label(T, field.ChoiceLabels![at]) : choice;
    }

    private static string Label(IStringLocalizer<PortalTexts> T, string key) =>
        key.Split('.') is [_, var owner, var member] ? T[$"Field.{owner}.{member}"] : throw new ArgumentException("Not a label of the form.", nameof(key));
}
