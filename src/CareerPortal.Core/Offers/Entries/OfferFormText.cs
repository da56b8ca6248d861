using System.Text;
using CareerPortal.Search;

namespace CareerPortal.Offers.Entries;

/// <summary>Makes what somebody typed into the form fit to be stored: nothing that nobody types, and no more than a check can refuse.</summary>
public static class OfferFormText
{
    public static OfferForm Clean(OfferForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new OfferForm
        {
            Title = Line(form, OfferFormField.Title),
            Employer = Line(form, OfferFormField.Employer),
            Kind = Line(form, OfferFormField.Kind),
            Places = Lines(form.Places, OfferForm.AddressMaxLength),
            Contract = Line(form, OfferFormField.Contract),
            Regime = Line(form, OfferFormField.Regime),
            Hours = Line(form, OfferFormField.Hours),
            Posts = Line(form, OfferFormField.Posts),
            Experience = Line(form, OfferFormField.Experience),
            Studies = Values(form.Studies),
            Languages = Values(form.Languages),
            Licences = Line(form, OfferFormField.Licences),
            Sector = Line(form, OfferFormField.Sector),
            Telework = Line(form, OfferFormField.Telework),
            PayLow = Line(form, OfferFormField.PayLow),
            PayHigh = Line(form, OfferFormField.PayHigh),
            PayPeriod = Line(form, OfferFormField.PayPeriod),
            PayScale = Line(form, OfferFormField.PayScale),
            Missions = Lines(form.Missions, OfferForm.TextMaxLength),
            Profile = Lines(form.Profile, OfferForm.TextMaxLength),
            Offered = Lines(form.Offered, OfferForm.TextMaxLength),
            ApplyUrl = Line(form, OfferFormField.ApplyUrl),
            ApplyEmail = Line(form, OfferFormField.ApplyEmail),
            ApplyAddress = Lines(form.ApplyAddress, OfferForm.AddressMaxLength),
            LastDay = Line(form, OfferFormField.LastDay),
        };
    }

    // One sign more than allowed is kept, so that the check can say that it is too long.
    private static string Line(OfferForm form, OfferFormField field) => TypedText.Clean(form.Text(field), OfferForm.MostOf(field) + 1) ?? "";

    private static List<string> Values(IReadOnlyList<string> values) =>
        [
            .. values
                .Take(OfferFacts.MostValues)
                .Select(v => TypedText.Clean(v, OfferForm.WordMaxLength))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];

    private static string Lines(string text, int most)
    {
        var tidy = new StringBuilder();
        var gap = 0;
        var read = text.Length > 2 * most ? text[..(2 * most)] : text;
        foreach (var typed in read.ReplaceLineEndings("\n").Split('\n'))
        {
            if (TypedText.Clean(typed, most + 1) is not { } line)
            {
                gap = tidy.Length > 0 ? 2 : 0;
                continue;
            }

            tidy.Append('\n', tidy.Length == 0 ? 0 : Math.Max(gap, 1)).Append(line);
            gap = 0;
        }

        return tidy.Length > most + 1 ? tidy.ToString(0, char.IsHighSurrogate(tidy[most]) ? most : most + 1) : tidy.ToString();
    }
}
