using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareerPortal.Accounts;
using CareerPortal.Offers.Entries;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Offers.Entries;

/// <summary>Offers that are entered here or proposed by employers.</summary>
internal static class OfferEntryPages
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static IServiceCollection AddOfferEntryPages(this IServiceCollection services)
    {
        services.AddOptions<OfferEntryOptions>().BindConfiguration(OfferEntryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddOfferEntries()
            .AddSingleton<ProposalPace>()
            .AddSingleton<IOfferLetters, OfferLetters>()
            .AddHostedService<OfferEntryJob>()
            .AddHostedService<OfferEntryRetention>();
    }

    public static void MapOfferEntries(this WebApplication app) =>
        app.MapGet(ProposalPath.Pattern, SendAsync).WithMetadata(new SecretAddressAttribute()).ExcludeFromDescription();

    /// <summary>All that is kept of what somebody proposed: what they take along.</summary>
    private static async Task<IResult> SendAsync(string token, HttpContext context, OfferProposals proposals, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return TicketToken.Parse(token) is { } link && await proposals.FindAsync(link, cancellation) is { } proposal
            ? Results.File(JsonSerializer.SerializeToUtf8Bytes(proposal, Written), "application/json", "offre.json")
            : Results.StatusCode(StatusCodes.Status410Gone);
    }
}
