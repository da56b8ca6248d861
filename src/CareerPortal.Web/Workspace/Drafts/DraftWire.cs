using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CareerPortal.Editing;

namespace CareerPortal.Web.Workspace.Drafts;

/// <summary>
/// How drafts travel between browser and site: values are texts as somebody types them, read and shown by the language of the address; bodies
/// are strict JSON, and small.
/// </summary>
internal static class DraftWire
{
    /// <summary>What one request may hold.</summary>
    public const int MostBytes = 1024 * 1024;

    private const int MostDepth = 16;
    private const int EscapeLength = 6;

    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            AllowDuplicateProperties = false,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
            // An answer is JSON and nothing else: no page has it in it.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = MostDepth,
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        };

    public sealed record Edits(Guid TabId, long First, long Seen, IReadOnlyList<Change> Changes, IReadOnlyList<Guid>? Former = null)
    {
        public DraftBatch Read(CultureInfo culture) => new(TabId, First, [.. Changes.Select(c => c.Read(culture))], Seen) { Former = Former ?? [] };
    }

    public sealed record Change(DraftEditKind Kind, string Path, JsonNode? Before = null, JsonNode? After = null, string? AfterId = null)
    {
        public DraftChange Read(CultureInfo culture)
        {
            // What has no such place goes to the desk as it is, which refuses it.
            var field = GuideForm.FieldAt(Path);
            return new DraftChange(Kind, Path, Typed(field, Before, culture), Typed(field, After, culture), AfterId);
        }
    }

    public sealed record Step(Guid TabId, long Number, long Seen, IReadOnlyList<Guid>? Former = null)
    {
        public DraftStep Read() => new(TabId, Number, Seen) { Former = Former ?? [] };
    }

    public sealed record Choice(Guid TabId, long Number, long Seen, int ConflictId, ConflictChoice Chosen, string Stamp)
    {
        public DraftStep ReadStep() => new(TabId, Number, Seen);

        public DraftChoice Read() => new(ConflictId, Chosen, Stamp);
    }

    public sealed record Sign(Guid TabId, string? Section = null);

    public sealed record Discard(Guid Version);

    /// <summary>A closed error: one word for a script, and which change was at fault.</summary>
    public sealed record Error(
        [property: JsonPropertyName("error")] string Word,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DraftRefusalKind? Why = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Number = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DraftReceipt? Receipt = null
    );

    /// <summary>The body as one of the above; null where it is none.</summary>
    /// <exception cref="InvalidDataException">It is larger than a request may be.</exception>
    public static async Task<T?> ReadAsync<T>(HttpRequest request, int mostBytes, CancellationToken cancellation)
        where T : class
    {
        if (request.ContentLength > mostBytes)
        {
            throw new InvalidDataException();
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (body.Length + count > mostBytes)
            {
                throw new InvalidDataException();
            }

            body.Write(buffer, 0, count);
        }

        try
        {
            var text = Encoding.UTF8.GetString(body.GetBuffer().AsSpan(0, (int)body.Length));
            var read = JsonSerializer.Deserialize<T>(WithWholeCharacters(text), Options);
            return read is Edits edits && edits.Changes.Contains(null!) ? null : read;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// JSON in which no escape is half a character: a browser sends one where it stands in a text, such as an emoji that was cut in two.
    /// </summary>
    private static string WithWholeCharacters(string json)
    {
        if (!json.Contains(@"\ud", StringComparison.OrdinalIgnoreCase))
        {
            return json;
        }

        var whole = new StringBuilder(json);
        for (var at = 0; at < json.Length - 1; at++)
        {
            if (json[at] != '\\')
            {
                continue;
            }

            if (char.IsHighSurrogate(EscapedAt(json, at)) && char.IsLowSurrogate(EscapedAt(json, at + EscapeLength)))
            {
                at += 2 * EscapeLength - 1;
            }
            else if (char.IsSurrogate(EscapedAt(json, at)))
            {
                whole.Remove(at, EscapeLength).Insert(at, @"\ufffd");
                at += EscapeLength - 1;
            }
            else
            {
                at++;
            }
        }

        return whole.ToString();
    }

    /// <summary>The character that an escape of six signs stands for; none where there is no such escape.</summary>
    private static char EscapedAt(string json, int at) =>
        at + EscapeLength <= json.Length
        && json[at] == '\\'
        && json[at + 1] == 'u'
        && ushort.TryParse(json.AsSpan(at + 2, EscapeLength - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var character)
            ? (char)character
            : '\0';

    /// <summary>A receipt with its values as somebody would type them.</summary>
    public static DraftReceipt Show(DraftReceipt receipt, CultureInfo culture) =>
        receipt with
        {
            Conflicts = [.. receipt.Conflicts.Select(c => Show(c, culture))],
            Edits = [.. receipt.Edits.Select(e => Show(e, culture))],
        };

    public static DraftNews Show(DraftNews news, CultureInfo culture) =>
        news with
        {
            Conflicts = [.. news.Conflicts.Select(c => Show(c, culture))],
            Edits = [.. news.Edits.Select(e => Show(e, culture))],
        };

    /// <summary>A value as somebody would type it: items and groups with all that is in them.</summary>
    public static JsonNode? Shown(FormField? field, JsonNode? value, CultureInfo culture) =>
        value switch
        {
            JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Shown(ChildOf(field, m.Key), m.Value, culture)))),
            JsonArray items => new JsonArray([.. items.Select(i => Shown(field, i, culture))]),
            JsonValue when field is { IsLeaf: true } => GuideForm.Show(field, value, culture),
            _ => value?.DeepClone(),
        };

    private static OpenConflict Show(OpenConflict conflict, CultureInfo culture)
    {
        var field = GuideForm.FieldAt(conflict.Path);
        return conflict with
        {
            Base = Shown(field, conflict.Base, culture),
            Mine = Shown(field, conflict.Mine, culture),
            Theirs = Shown(field, conflict.Theirs, culture),
        };
    }

    private static AppliedEdit Show(AppliedEdit edit, CultureInfo culture) =>
        edit with
        {
            After = Shown(GuideForm.FieldAt(edit.Path), edit.After, culture),
        };

    private static JsonNode? Typed(FormField? field, JsonNode? value, CultureInfo culture)
    {
        if (field is { IsList: true, Kind: not FieldKind.List } && value is JsonValue)
        {
            field = field.Children[0];
        }

        return value switch
        {
            JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Typed(ChildOf(field, m.Key), m.Value, culture)))),
            JsonArray items => new JsonArray([.. items.Select(i => Typed(field, i, culture))]),
            JsonValue text when field is { IsLeaf: true } && text.GetValueKind() == JsonValueKind.String => TypedText(field, text, culture),
            _ => value?.DeepClone(),
        };
    }

    private static JsonNode? TypedText(FormField field, JsonValue text, CultureInfo culture)
    {
        try
        {
            return GuideForm.Read(field, text.GetValue<string>(), culture);
        }
        catch (InvalidOperationException)
        {
            // Half a character, sent as an escape: the desk cleans it.
            return text.DeepClone();
        }
    }

    private static FormField? ChildOf(FormField? field, string name) =>
        name == DraftForm.Value && field is { IsLeaf: true } ? field : field?.Children.FirstOrDefault(c => c.Name == name);
}
