using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareerPortal.Guides;

namespace CareerPortal.Editing;

/// <summary>
/// The form of a guide, drawn from the sections and the members of its document: what a guide may hold can be written, and nothing need be
/// listed twice.
/// </summary>
public static class GuideForm
{
    /// <summary>The section of what stands beside the content: kind, register, days.</summary>
    public const string Card = "fiche";

    /// <summary>The section of what stands above the page's sections.</summary>
    public const string Head = "entete";

    private const string ContentName = "content";

    private static readonly HashSet<string> Proses =
    [
        "Summary",
        "Hook",
        "Text",
        "Why",
        "Adaptation",
        "Purpose",
        "Hint",
        "Example",
        "Note",
        "Tasks",
        "Access",
        "Payment",
        "Watch",
        "Studies",
        "Qualities",
        "Conditions",
    ];

    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>The whole document as one group, for looking fields up by their address.</summary>
    internal static FormField Whole { get; } = new(
        "",
        FieldKind.Group,
        true,
        null,
        [.. MembersOf(typeof(GuideDocument)).Select(m => FieldOf(m, ""))],
        null,
        null,
        ""
    )
    {
        Label = "",
    };

    /// <summary>All sections: the card, what stands above, and those of the page that show a part of the document.</summary>
    public static IReadOnlyList<FormSection> Sections { get; } =
    [
        new(Card, [.. Whole.Children.Where(f => f.Name != ContentName)]),
        new(Head, [.. GuideSections.Head.Select(PartField)]),
        .. GuideSections.All.Where(s => s.Parts.Count > 0).Select(s => new FormSection(s.Id, [.. s.Parts.Select(PartField)])),
    ];

    /// <summary>The field at an address such as <c>content.faq.k3f9abcd.asked</c>, where items stand by their names; null where there is none.</summary>
    public static FormField? FieldAt(string path) => DraftAddress.Parse(path)?.Field;

    /// <summary>The section in which an address stands; null where there is none.</summary>
    public static FormSection? SectionOf(string path) =>
        Sections.FirstOrDefault(s => s.Fields.Any(f => path == f.Path || path.StartsWith($"{f.Path}.", StringComparison.Ordinal)));

    private static FormField PartField(ContentPart part) =>
        FieldAt($"{ContentName}.{part.Path}")! with
        {
            Need = part.Need,
            Required = part.Need == PartNeed.InEveryGuide,
        };

    private static IEnumerable<PropertyInfo> MembersOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(p => p.Name != "EqualityContract");

    private static FormField FieldOf(PropertyInfo member, string? parent)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
        var path = parent switch
        {
            null => null,
            "" => name,
            _ => $"{parent}.{name}",
        };
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        var nullable = Nullability.Create(member).ReadState == NullabilityState.Nullable;
        var required = !nullable && type != typeof(bool);
        var label = $"Field.{member.DeclaringType!.Name}.{member.Name}";
        if (type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)))
        {
            var item = type.GetGenericArguments()[0];
            var code = ReferenceOf(member.Name.TrimEnd('s'));
            if (item != typeof(string))
            {
                return Field(FieldKind.List, false, [.. MembersOf(item).Select(m => FieldOf(m, null))]);
            }

            var kind = code is null ? FieldKind.Prose : FieldKind.Reference;
            return Field(
                code is null ? FieldKind.TextList : FieldKind.References,
                false,
                [new FormField(DraftForm.Value, kind, true, null, [], code, null, null) { Label = label }]
            ) with
            {
                Reference = code,
            };
        }

        if (type == typeof(string))
        {
            if (ReferenceOf(member.Name) is { } reference)
            {
                return Field(FieldKind.Reference, required, []) with { Reference = reference };
            }

            var field = Field(Proses.Contains(member.Name) ? FieldKind.Prose : FieldKind.Line, required, []);
            return member.Name == nameof(GuideContent.Summary) ? field with { MaxLength = GuideContent.SummaryMaxLength } : field;
        }

        if (type.IsEnum)
        {
            return Field(FieldKind.Choice, required, []) with
            {
                Choices = [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)],
                ChoiceLabels = [.. Enum.GetNames(type).Select(n => $"Field.{type.Name}.{n}")],
            };
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => Field(FieldKind.Yes, required, []),
            TypeCode.Int64 when member.Name.EndsWith("Cents", StringComparison.Ordinal) => Field(FieldKind.Money, required, []),
            TypeCode.Int32 => Field(FieldKind.Number, required, []) with { IsWhole = true },
            TypeCode.Decimal => Field(FieldKind.Number, required, []),
            _ when type == typeof(DateOnly) => Field(FieldKind.Date, required, []),
            _ when type == typeof(TimeOnly) => Field(FieldKind.Time, required, []),
            _ => Field(FieldKind.Group, required, [.. MembersOf(type).Select(m => FieldOf(m, path))]),
        };

        FormField Field(FieldKind kind, bool isRequired, IReadOnlyList<FormField> children) =>
            new(name, kind, isRequired, null, children, null, null, path) { Label = label, CanBeAbsent = nullable };
    }

    private static GuideReferenceKind? ReferenceOf(string member) => Enum.TryParse<GuideReferenceKind>(member, out var kind) ? kind : null;

    /// <summary>
    /// What somebody typed, as the document keeps it: read by the culture, ISO and plain forms too. What cannot be read stays as it was typed, and
    /// <see cref="DraftReading"/> finds it.
    /// </summary>
    public static JsonNode? Read(FormField field, string? typed, CultureInfo culture) => FormValues.Read(field, typed, culture);

    /// <summary>A value of the document as somebody would type it.</summary>
    public static string Show(FormField field, JsonNode? value, CultureInfo culture) => FormValues.Show(field, value, culture);
}
