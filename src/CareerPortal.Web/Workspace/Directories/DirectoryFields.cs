using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareerPortal.Directories;

namespace CareerPortal.Web.Workspace.Directories;

/// <summary>
/// The fields of each directory, as its form shows them: what is typed becomes an entry in exchange form, and what cannot be read stays in it as
/// it was typed, so that whatever checks entries says so.
/// </summary>
internal static class DirectoryFields
{
    /// <summary>How many empty offices a form offers beside those there are.</summary>
    public const int MoreOffices = 2;

    private static readonly Dictionary<DirectoryKind, (string Slug, IReadOnlyList<DirectoryField> Fields)> Known = new()
    {
        [DirectoryKind.Centre] = (
            "centres",
            [
                Code,
                new("name", "Name", DirectoryInput.Line, Required: true, MaxLength: TrainingCentre.NameMaxLength),
                Choice<TrainingCentreKind>("kind", "Kind", "CentreKind"),
                new("postcode", "Postcode", DirectoryInput.Line, Required: true, MaxLength: TrainingCentre.PostcodeMaxLength),
                new("locality", "Locality", DirectoryInput.Line, Required: true, MaxLength: TrainingCentre.LocalityMaxLength),
                Choice<Province>("province", "Province", "Province"),
                new("latitude", "Latitude", DirectoryInput.Number, Required: true),
                new("longitude", "Longitude", DirectoryInput.Number, Required: true),
                new("website", "Website", DirectoryInput.Address, MaxLength: TrainingCentre.WebsiteMaxLength),
                new("description", "Description", DirectoryInput.LocalisedText, Required: true),
            ]
        ),
        [DirectoryKind.Zone] = (
            "zones",
            [
                Code,
                new("name", "Name", DirectoryInput.LocalisedLine, Required: true),
                new("provinces", "Provinces", DirectoryInput.Provinces, Required: true),
                new("latitude", "Latitude", DirectoryInput.Number, Required: true),
                new("longitude", "Longitude", DirectoryInput.Number, Required: true),
                new("otherPoint", "OtherPoint", DirectoryInput.Point),
                new("description", "Description", DirectoryInput.LocalisedText, Required: true),
            ]
        ),
        [DirectoryKind.Platform] = (
            "plateformes",
            [
                Code,
                new("name", "Name", DirectoryInput.Line, Required: true, MaxLength: TrainingCentre.NameMaxLength),
                new("website", "Website", DirectoryInput.Address, MaxLength: TrainingCentre.WebsiteMaxLength),
                new("description", "Description", DirectoryInput.LocalisedText, Required: true),
                new("access", "Access", DirectoryInput.LocalisedText, Required: true),
                new("payment", "Payment", DirectoryInput.LocalisedText, Required: true),
                new("source", "Source", DirectoryInput.Source, Required: true),
                new("asOf", "AsOf", DirectoryInput.Date, Required: true),
            ]
        ),
        [DirectoryKind.Source] = (
            "sources",
            [
                Code,
                Choice<SourceKind>("kind", "Kind", "SourceKind"),
                new("title", "Title", DirectoryInput.Line, Required: true, MaxLength: Source.TitleMaxLength),
                new("publisher", "Publisher", DirectoryInput.Line, Required: true, MaxLength: Source.PublisherMaxLength),
                new("reference", "Reference", DirectoryInput.Line, MaxLength: Source.ReferenceMaxLength),
                new("url", "Url", DirectoryInput.Address, MaxLength: Source.UrlMaxLength),
                new("publishedOn", "PublishedOn", DirectoryInput.Date),
                new("consultedOn", "ConsultedOn", DirectoryInput.Date),
                new("toVerify", "ToVerify", DirectoryInput.Yes),
            ]
        ),
        [DirectoryKind.GuidanceService] = (
            "orientation",
            [
                Code,
                new("name", "Name", DirectoryInput.LocalisedLine, Required: true),
                Choice<GuidanceKind>("kind", "Kind", "GuidanceKind"),
                Choice<GuidanceRegion>("region", "Region", "GuidanceRegion"),
                new("role", "Role", DirectoryInput.LocalisedLine, Required: true),
                new("description", "Description", DirectoryInput.LocalisedText, Required: true),
                new("audience", "Audience", DirectoryInput.LocalisedLine, Required: true),
                Choice<GuidanceCost>("cost", "Cost", "GuidanceCost"),
                new("website", "Website", DirectoryInput.Address, MaxLength: TrainingCentre.WebsiteMaxLength),
                new("phone", "Phone", DirectoryInput.Line, MaxLength: GuidanceService.PhoneMaxLength),
                new("phoneConfirmed", "PhoneConfirmed", DirectoryInput.Yes),
                new("offices", "Offices", DirectoryInput.Offices),
                new("asOfYear", "AsOfYear", DirectoryInput.Number, Required: true),
            ]
        ),
        [DirectoryKind.WageFloor] = (
            "salaires",
            [
                new("from", "From", DirectoryInput.Date, Required: true),
                new("monthlyCents", "Monthly", DirectoryInput.Money, Required: true),
                new("hourlyCents", "Hourly", DirectoryInput.Money, Required: true),
                new("source", "Source", DirectoryInput.Source, Required: true),
            ]
        ),
        [DirectoryKind.ExchangeRate] = (
            "taux",
            [
                new("currency", "Currency", DirectoryInput.Line, Required: true, MaxLength: Wages.ExchangeRate.CurrencyLength),
                new("on", "On", DirectoryInput.Date, Required: true),
                new("unitsPerEuro", "Units", DirectoryInput.Number, Required: true),
                new("source", "Source", DirectoryInput.Source, Required: true),
            ]
        ),
    };

    private static DirectoryField Code => new("code", "Code", DirectoryInput.Line, Required: true, MaxLength: Slug.MaxLength);

    /// <summary>The parts of an office as its row shows them.</summary>
    public static IReadOnlyList<DirectoryField> Office { get; } =
    [
        new("locality", "Locality", DirectoryInput.Line, MaxLength: TrainingCentre.LocalityMaxLength),
        new("street", "Street", DirectoryInput.Line, MaxLength: GuidanceService.StreetMaxLength),
        new("postcode", "Postcode", DirectoryInput.Line, MaxLength: TrainingCentre.PostcodeMaxLength),
        new("phone", "Phone", DirectoryInput.Line, MaxLength: GuidanceService.PhoneMaxLength),
        new("confirmed", "Confirmed", DirectoryInput.Yes),
        new("phoneConfirmed", "PhoneConfirmed", DirectoryInput.Yes),
    ];

    public static IReadOnlyList<DirectoryField> Of(DirectoryKind kind) => Known[kind].Fields;

    /// <summary>The members that say which entry it is: another one is another entry.</summary>
    public static bool IsKey(DirectoryField field) => field.Name is "code" or "from" or "currency" or "on";

    public static string SlugOf(DirectoryKind kind) => Known[kind].Slug;

    /// <summary>The last part of the key of the label of the field of a wage or a rate that a place ends in, if it does in one.</summary>
    public static string? LabelOf(string place)
    {
        var name = place[(place.LastIndexOf('.') + 1)..];
        return Of(DirectoryKind.WageFloor).Concat(Of(DirectoryKind.ExchangeRate)).FirstOrDefault(f => f.Name == name)?.Key;
    }

    public static DirectoryKind? KindOf(string slug) => Known.Where(k => k.Value.Slug == slug).Select(k => (DirectoryKind?)k.Key).FirstOrDefault();

    public static IReadOnlyList<DirectoryKind> Kinds { get; } = [.. Known.Keys];

    /// <summary>The entry that was typed.</summary>
    public static JsonObject Read(IReadOnlyList<DirectoryField> fields, Func<string, string?> typed)
    {
        var entry = new JsonObject();
        foreach (var field in fields)
        {
            if (ReadField(field, field.Name, typed) is { } value)
            {
                entry[field.Name] = value;
            }
        }

        return entry;
    }

    /// <summary>What a field of one line shows of an entry.</summary>
    public static string Show(DirectoryField field, JsonNode? value) =>
        value is not JsonValue held ? ""
        : field.Input == DirectoryInput.Money && held.TryGetValue<long>(out var cents) ? (cents / 100m).ToString("0.00", CultureInfo.CurrentCulture)
        : field.Input == DirectoryInput.Choice && held.TryGetValue<string>(out var choice) ? Name(choice)
        : held.GetValueKind() == JsonValueKind.Number ? held.ToJsonString().Replace(".", Separator, StringComparison.Ordinal)
        : held.ToString();

    /// <summary>A field in words, to be held against another state of it.</summary>
    public static string Words(DirectoryField field, JsonNode? value, Func<string, string> text) =>
        value switch
        {
            null => "–",
            JsonArray items => string.Join(
                " · ",
                items.Select(i => i is JsonValue v && field.Input == DirectoryInput.Provinces ? text($"Province.{Name(v.ToString())}") : Flat(i))
            ),
            JsonObject => Flat(value),
            _ => field.ChoiceTexts is { } key ? text($"{key}.{Show(field, value)}") : Show(field, value),
        };

    private static string Separator => CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator;

    private static string Flat(JsonNode? node) =>
        node is JsonObject members
            ? string.Join(" · ", members.Select(m => m.Value is JsonValue v ? $"{m.Key}: {v}" : m.Key))
            : node?.ToString() ?? "";

    private static JsonNode? ReadField(DirectoryField field, string name, Func<string, string?> typed)
    {
        var text = typed(name)?.Trim() is { Length: > 0 } given ? given : null;
        switch (field.Input)
        {
            case DirectoryInput.LocalisedLine or DirectoryInput.LocalisedText:
                var words = new JsonObject();
                foreach (var language in Languages.All)
                {
                    if (typed($"{name}.{language}")?.Trim() is { Length: > 0 } said)
                    {
                        words[language] = said.ReplaceLineEndings("\n");
                    }
                }

                return words;
            case DirectoryInput.Yes:
                return text is not null;
            case DirectoryInput.Provinces:
                return new JsonArray([
                    .. Enum.GetNames<Province>().Where(p => typed($"{name}.{p}") is { Length: > 0 }).Select(p => JsonValue.Create(Camel(p))),
                ]);
            case DirectoryInput.Choice:
                return text is null ? null : Camel(text);
            case DirectoryInput.Number:
                return text is null ? null
                    : Number(text) is { } number ? JsonValue.Create(number)
                    : text;
            case DirectoryInput.Money:
                return text is null ? null
                    : Number(text.Replace("€", "", StringComparison.Ordinal)) is { } amount
                    && amount * 100 == decimal.Truncate(amount * 100)
                    && Math.Abs(amount) < 1_000_000_000
                        ? JsonValue.Create((long)(amount * 100))
                    : text;
            case DirectoryInput.Point:
                var (latitude, longitude) = (typed($"{name}.latitude")?.Trim(), typed($"{name}.longitude")?.Trim());
                return string.IsNullOrEmpty(latitude) && string.IsNullOrEmpty(longitude)
                    ? null
                    : new JsonObject { ["latitude"] = NumberOrText(latitude), ["longitude"] = NumberOrText(longitude) };
            case DirectoryInput.Offices:
                return ReadOffices(name, typed);
            default:
                return text;
        }
    }

    private static JsonArray ReadOffices(string name, Func<string, string?> typed)
    {
        var offices = new JsonArray();
        for (var row = 0; typed($"{name}.{row}.locality") is not null; row++)
        {
            var office = new JsonObject();
            foreach (var part in Office)
            {
                if (ReadField(part, $"{name}.{row}.{part.Name}", typed) is { } value)
                {
                    office[part.Name] = value;
                }
            }

            // A row without a word is none.
            if (office.Any(p => p.Value?.GetValueKind() == JsonValueKind.String))
            {
                offices.Add((JsonNode)office);
            }
        }

        return offices;
    }

    private static JsonNode? NumberOrText(string? text) =>
        text is null ? null
        : Number(text) is { } number ? JsonValue.Create(number)
        : text;

    /// <summary>A number as it is typed in Belgium, with a comma or a point.</summary>
    private static decimal? Number(string text) =>
        decimal.TryParse(
            text.Replace(" ", "", StringComparison.Ordinal)
                .Replace("\u00A0", "", StringComparison.Ordinal)
                .Replace("\u202F", "", StringComparison.Ordinal)
                .Replace(',', '.'),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    private static DirectoryField Choice<T>(string name, string key, string texts)
        where T : struct, Enum => new(name, key, DirectoryInput.Choice, Required: true, Choices: Enum.GetNames<T>(), ChoiceTexts: texts);

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static string Name(string camel) => camel.Length == 0 ? camel : char.ToUpperInvariant(camel[0]) + camel[1..];
}
