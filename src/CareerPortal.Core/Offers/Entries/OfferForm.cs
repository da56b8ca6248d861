namespace CareerPortal.Offers.Entries;

/// <summary>
/// An offer as somebody wrote it into the form: every field as it was typed, so that nothing is lost where it cannot be read. What it says is read by
/// <see cref="OfferFormReader"/>.
/// </summary>
public sealed record OfferForm
{
    public const int LineMaxLength = 200;
    public const int WordMaxLength = 40;
    public const int TextMaxLength = 6000;
    public const int AddressMaxLength = 500;
    public const int MostPlaces = 20;

    public string Title { get; init; } = "";

    public string Employer { get; init; } = "";

    public string Kind { get; init; } = "";

    /// <summary>Localities or postcodes, one a line.</summary>
    public string Places { get; init; } = "";

    public string Contract { get; init; } = "";

    public string Regime { get; init; } = "";

    /// <summary>Hours a week.</summary>
    public string Hours { get; init; } = "";

    public string Posts { get; init; } = "";

    public string Experience { get; init; } = "";

    /// <summary>Levels of study by ISCED 2011.</summary>
    public IReadOnlyList<string> Studies { get; init; } = [];

    /// <summary>Languages by ISO 639-1.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Categories of driving licence, as people write them: « B, CE ».</summary>
    public string Licences { get; init; } = "";

    /// <summary>A division of NACE-BEL.</summary>
    public string Sector { get; init; } = "";

    public string Telework { get; init; } = "";

    public string PayLow { get; init; } = "";

    public string PayHigh { get; init; } = "";

    public string PayPeriod { get; init; } = "";

    /// <summary>The scale of a collective agreement that applies where no range is stated: « CP 330, barème 12 ».</summary>
    public string PayScale { get; init; } = "";

    public string Missions { get; init; } = "";

    public string Profile { get; init; } = "";

    /// <summary>What the employer offers beside the pay.</summary>
    public string Offered { get; init; } = "";

    public string ApplyUrl { get; init; } = "";

    public string ApplyEmail { get; init; } = "";

    /// <summary>A postal address, or other words on how to apply.</summary>
    public string ApplyAddress { get; init; } = "";

    /// <summary>The last day on which it can be answered; empty for the usual time.</summary>
    public string LastDay { get; init; } = "";

    /// <summary>The fields whose text differs from that of another form.</summary>
    public IReadOnlyList<OfferFormField> DifferencesTo(OfferForm other) =>
        [.. Enum.GetValues<OfferFormField>().Where(f => f != OfferFormField.Whole && Text(f) != other.Text(f))];

    /// <summary>A field as text, several values on several lines.</summary>
    public string Text(OfferFormField field) =>
        field switch
        {
            OfferFormField.Title => Title,
            OfferFormField.Employer => Employer,
            OfferFormField.Kind => Kind,
            OfferFormField.Places => Places,
            OfferFormField.Contract => Contract,
            OfferFormField.Regime => Regime,
            OfferFormField.Hours => Hours,
            OfferFormField.Posts => Posts,
            OfferFormField.Experience => Experience,
            OfferFormField.Studies => string.Join(", ", Studies),
            OfferFormField.Languages => string.Join(", ", Languages),
            OfferFormField.Licences => Licences,
            OfferFormField.Sector => Sector,
            OfferFormField.Telework => Telework,
            OfferFormField.PayLow => PayLow,
            OfferFormField.PayHigh => PayHigh,
            OfferFormField.PayPeriod => PayPeriod,
            OfferFormField.PayScale => PayScale,
            OfferFormField.Missions => Missions,
            OfferFormField.Profile => Profile,
            OfferFormField.Offered => Offered,
            OfferFormField.ApplyUrl => ApplyUrl,
            OfferFormField.ApplyEmail => ApplyEmail,
            OfferFormField.ApplyAddress => ApplyAddress,
            OfferFormField.LastDay => LastDay,
            _ => "",
        };

    /// <summary>How long the text of a field may be.</summary>
    public static int MostOf(OfferFormField field) =>
        field switch
        {
            OfferFormField.Title or OfferFormField.Employer or OfferFormField.PayScale => LineMaxLength,
            OfferFormField.Missions or OfferFormField.Profile or OfferFormField.Offered => TextMaxLength,
            OfferFormField.Places or OfferFormField.ApplyUrl or OfferFormField.ApplyEmail or OfferFormField.ApplyAddress => AddressMaxLength,
            OfferFormField.Studies or OfferFormField.Languages => LineMaxLength,
            _ => WordMaxLength,
        };
}
