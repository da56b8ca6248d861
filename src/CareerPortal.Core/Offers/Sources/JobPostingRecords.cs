using System.Globalization;
using System.Text.Json;

namespace CareerPortal.Offers.Sources;

/// <summary>Reads schema.org's <c>JobPosting</c> as sites publish it in JSON-LD.</summary>
internal static class JobPostingRecords
{
    private const string Type = "JobPosting";

    public static bool Is(JsonElement record) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty("@type", out var type) && (IsType(type) || Each(type).Any(IsType));

    /// <exception cref="FormatException">A member is of a type that may not stand there.</exception>
    public static RawOffer RawOf(JsonElement posting)
    {
        var types = posting.Texts("employmentType");
        var url = posting.Text("url");
        var places = Members(posting, "jobLocation").ToList();
        var addresses = places.Select(p => Member(p, "address")).ToList();
        var pay = Member(posting, "baseSalary");
        var sum = Member(pay, "value");
        return new RawOffer
        {
            Id = TextOf(posting, "identifier", "value") ?? posting.Text("@id") ?? url,
            Reference = TextOf(posting, "identifier", "value"),
            Title = posting.Text("title") ?? posting.Text("name"),
            Employer = TextOf(posting, "hiringOrganization", "name"),
            Regime = types.FirstOrDefault(t => OfferWords.Regime(t) is not null),
            Contract = types.FirstOrDefault(t => OfferWords.Regime(t) is null),
            Published = posting.Text("datePosted"),
            Expires = posting.Text("validThrough"),
            Url = url,
            Text = posting.Text("description"),
            Posts = posting.Text("totalJobOpenings"),
            Telework = posting.Text("jobLocationType"),
            JobLabel = TextOf(posting, "occupationalCategory", "name"),
            Localities =
            [
                .. addresses.Select(a =>
                    a.ValueKind == JsonValueKind.String ? a.GetString()!
                    : a.ValueKind == JsonValueKind.Object ? a.Text("addressLocality") ?? ""
                    : ""
                ),
            ],
            Postcodes = [.. addresses.Select(a => a.ValueKind == JsonValueKind.Object ? a.Text("postalCode") ?? "" : "")],
            Regions = [.. addresses.Where(a => a.ValueKind == JsonValueKind.Object).Select(a => a.Text("addressRegion")).OfType<string>()],
            Points = [.. places.Select(p => PointOf(Member(p, "geo")))],
            Studies = [.. Members(posting, "educationRequirements").Select(e => NameOf(e, "credentialCategory")).OfType<string>()],
            Experience = ExperienceOf(Member(posting, "experienceRequirements")),
            Sectors = [.. Members(posting, "industry").Select(i => NameOf(i, "name")).OfType<string>()],
            Pay =
                pay.ValueKind != JsonValueKind.Object ? null
                : sum.ValueKind == JsonValueKind.Object
                    ? OfferPayText.Read(
                        sum.Text("minValue") ?? sum.Text("value"),
                        sum.Text("maxValue") ?? sum.Text("value"),
                        pay.Text("currency") ?? sum.Text("currency"),
                        sum.Text("unitText") ?? pay.Text("unitText")
                    )
                : OfferPayText.Read(pay.Text("value"), pay.Text("value"), pay.Text("currency"), pay.Text("unitText")),
        };
    }

    private static (double, double) PointOf(JsonElement geo) =>
        geo.ValueKind == JsonValueKind.Object && geo.Number("latitude") is { } latitude && geo.Number("longitude") is { } longitude
            ? (latitude, longitude)
            : default;

    private static string? ExperienceOf(JsonElement need) =>
        need.ValueKind == JsonValueKind.Object
            ? need.Number("monthsOfExperience") is { } months and >= 0 and < 1200
                ? string.Create(CultureInfo.InvariantCulture, $"{months:0} mois")
                : need.Text("name")
            : NameOf(need, "name");

    private static string? TextOf(JsonElement record, string name, string inner) => NameOf(Member(record, name), inner);

    /// <summary>A text, or the text within an object.</summary>
    private static string? NameOf(JsonElement member, string inner) =>
        member.ValueKind switch
        {
            JsonValueKind.String => member.GetString(),
            JsonValueKind.Number => member.GetRawText(),
            JsonValueKind.Object => member.Text(inner),
            JsonValueKind.Array => Each(member).Select(m => NameOf(m, inner)).FirstOrDefault(),
            _ => null,
        };

    private static JsonElement Member(JsonElement record, string name) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out var member) ? member : default;

    private static IEnumerable<JsonElement> Members(JsonElement record, string name) =>
        Member(record, name) is var member && member.ValueKind == JsonValueKind.Array ? Each(member)
        : member.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? []
        : [member];

    private static IEnumerable<JsonElement> Each(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Take(OfferFacts.MostValues) : [];

    private static bool IsType(JsonElement type) =>
        type.ValueKind == JsonValueKind.String
        && type.GetString() is Type or $"schema:{Type}" or $"https://schema.org/{Type}" or $"http://schema.org/{Type}";
}
