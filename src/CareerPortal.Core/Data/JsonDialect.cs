using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CareerPortal.Data;

/// <summary>The JSON of the portal: camelCase, names for enumerations, nothing missing; what files and stored documents have in common.</summary>
internal static class JsonDialect
{
    /// <summary>For files that people write: nothing unknown, nothing twice.</summary>
    public static JsonSerializerOptions Strict(bool indented)
    {
        var options = Patient();
        options.AllowDuplicateProperties = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.WriteIndented = indented;
        if (indented)
        {
            ((DefaultJsonTypeInfoResolver)options.TypeInfoResolver!).Modifiers.Add(LeaveOutWhatGoesWithoutSaying);
        }

        return options;
    }

    /// <summary>For documents that a program wrote, perhaps another version of this one.</summary>
    public static JsonSerializerOptions Patient() =>
        new(JsonSerializerDefaults.Web)
        {
            Converters = { new HoursAndMinutes(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Files and stored documents are read by people; nothing of them is pasted into a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            NewLine = "\n",
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AcceptAbsentForNull } },
        };

    /// <summary>What may be null is not written when it is, so it need not stand in a file.</summary>
    private static void AcceptAbsentForNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.IsRequired && p.IsSetNullable))
        {
            property.IsRequired = false;
        }
    }

    /// <summary>A file that people read lists neither the sections that a guide does not have nor what goes without saying.</summary>
    private static void LeaveOutWhatGoesWithoutSaying(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => !p.IsRequired))
        {
            if (property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
            {
                property.ShouldSerialize = (_, value) => value is IEnumerable list && list.Cast<object?>().Any();
            }
            else if (property.AssociatedParameter is { HasDefaultValue: true, DefaultValue: { } usual })
            {
                property.ShouldSerialize = (_, value) => !usual.Equals(value);
            }
        }
    }

    private sealed class HoursAndMinutes : JsonConverter<TimeOnly>
    {
        private const string Form = "HH:mm";
        private static readonly string[] Accepted = [Form, "HH:mm:ss"];

        public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TimeOnly.TryParseExact(reader.GetString(), Accepted, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time
                : throw new JsonException($"A time is written {Form}.");

        public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(Form, CultureInfo.InvariantCulture));
    }
}
