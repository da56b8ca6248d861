using CareerPortal.Web.Shell;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Offers.Entries;

/// <summary>Tells whoever fills in an offer from what sends one within a few seconds.</summary>
internal sealed class ProposalPace(FormStamp stamp, IOptions<OfferEntryOptions> options)
{
    private const string Form = "proposal";

    /// <summary>What the form carries, or goes on with where it comes back.</summary>
    public string GoOn(string? started) => stamp.GoOn(Form, started);

    /// <summary>Whether enough time has gone by since the form was shown; never for what the site did not seal.</summary>
    public bool IsDue(string? started) => stamp.AgeOf(Form, started)?.TotalSeconds >= options.Value.LeastSeconds;
}
