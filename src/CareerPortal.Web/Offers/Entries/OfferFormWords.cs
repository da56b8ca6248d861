using System.Globalization;
using CareerPortal.Catalogue;
using CareerPortal.Offers;
using CareerPortal.Offers.Entries;
using CareerPortal.Web.Catalogue;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Offers.Entries;

/// <summary>How pages call the fields of the form of an offer, its choices, and what is wrong with it.</summary>
internal sealed class OfferFormWords(IStringLocalizer T, CatalogueView view)
{
    /// <summary>The languages that the form asks for; an imported offer may name others.</summary>
    private static readonly string[] Spoken = ["fr", "nl", "en", "de", "es", "it", "pt", "ar", "tr", "pl", "ro", "ru", "uk"];

    public string Label(OfferFormField field) => T[$"OfferForm.{field}"];

    public string? Hint(OfferFormField field) => T[$"OfferFormHint.{field}"] is { ResourceNotFound: false } hint ? hint.Value : null;

    public string Say(OfferFault fault) => T[$"OfferFault.{fault.Kind}", fault.Detail ?? "", Label(fault.Field)];

    /// <summary>The values of a field that is chosen from a list.</summary>
    public IReadOnlyList<(string Value, string Text)> Choices(OfferFormField field) =>
        field switch
        {
            OfferFormField.Kind => Of<EmployerKind>(v => T[$"EmployerKind.{v}"]),
            OfferFormField.Contract => Of<ContractKind>(v => T[$"ContractKind.{v}"]),
            OfferFormField.Regime => Of<WorkRegime>(v => T[$"WorkRegime.{v}"]),
            OfferFormField.Experience => Of<ExperienceNeed>(v => T[$"ExperienceNeed.{v}"]),
            OfferFormField.Telework => Of<TeleworkKind>(v => T[$"TeleworkKind.{v}"]),
            OfferFormField.PayPeriod => Of<OfferPayPeriod>(v => T[$"OfferPeriod.{v}"]),
            OfferFormField.Studies => [.. Enumerable.Range(0, 9).Select(n => $"0{n}").Select(c => (c, T[$"Isced.{c}"].Value))],
            OfferFormField.Languages => [.. Spoken.Select(c => (c, CultureInfo.GetCultureInfo(c).DisplayName))],
            OfferFormField.Sector =>
            [
                .. view
                    .Terms.Where(t => t is { Kind: TermKind.Nace, Code.Length: 2 } && char.IsAsciiDigit(t.Code[0]))
                    .OrderBy(t => t.Code, StringComparer.Ordinal)
                    .Select(t => (t.Code, CatalogueWords.Say(t.Label))),
            ],
            _ => [],
        };

    /// <summary>A field's text as people read it.</summary>
    public string Shown(OfferForm form, OfferFormField field)
    {
        var choices = Choices(field);
        return choices.Count == 0
            ? form.Text(field)
            : string.Join(
                ", ",
                form.Text(field)
                    .Split(", ", StringSplitOptions.RemoveEmptyEntries)
                    .Select(v => choices.FirstOrDefault(c => c.Value == v) is { Text: { } text } ? text : v)
            );
    }

    private static IReadOnlyList<(string Value, string Text)> Of<T>(Func<T, string> text)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => ($"{v}", text(v)))];
}
