using CareerPortal.Offers.Board;
using CareerPortal.Web.Shell;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Offers.Alerts;

/// <summary>Says in words what an alert looks for.</summary>
internal sealed class AlertWords(IStringLocalizer T, OfferWords words)
{
    /// <summary>Each condition of a search, with what it is about; none where all is looked for.</summary>
    public IReadOnlyList<(string About, string Said)> PartsOf(OfferQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var parts = new List<(string, string)>();
        Add(T["Alert.Text"], query.Text is { } text ? $"« {text} »" : null);
        Add(T["Alert.Place"], query.Place is { } place ? PlaceOf(place, query.Kilometres) : null);
        Add(T["Alert.Occupation"], query.Occupation is { } code ? words.OccupationOf(code) : null);
        foreach (var (facet, values) in query.Chosen)
        {
            Add(T[$"OfferFacet.{facet}"], string.Join(", ", values.Select(v => words.ValueOf(facet, v))));
        }

        Add(T["Alert.Pay"], query.IsPayStated ? T["Alert.PayStated"].Value : null);
        return parts;

        void Add(string about, string? said)
        {
            if (!string.IsNullOrEmpty(said))
            {
                parts.Add((about, said));
            }
        }
    }

    /// <summary>The same for a mail that somebody sets off who may not be the one it goes to.</summary>
    public IReadOnlyList<(string About, string Said)> TamedPartsOf(OfferQuery query) =>
        [.. PartsOf(query).Select(p => (p.About, AnybodysWords.Of(p.Said) ?? T["AlertMail.LeftOut"].Value))];

    /// <summary>The same on a line.</summary>
    public string LineOf(OfferQuery query) =>
        PartsOf(query) is { Count: > 0 } parts ? string.Join(" · ", parts.Select(p => p.Said)) : T["Alert.Everything"];

    private string PlaceOf(string place, int? kilometres) => kilometres is { } km ? T["Alert.Around", km, Site.Town(place)].Value : Site.Town(place);
}
