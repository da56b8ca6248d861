using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>
/// The shape in which a document is edited: every item of every list is an object with a name of its own (<c>$id</c>), so that an address such
/// as <c>content.faq.k3f9.asked</c> stays true wherever the item moves. An item that is no object stands in <c>$value</c>.
/// </summary>
public static class DraftForm
{
    public const string Id = "$id";
    public const string Value = "$value";

    private const int IdLength = 8;
    private const string IdLetters = "abcdefghijkmnpqrstuvwxyz23456789";

    public static string NewId() => RandomNumberGenerator.GetString(IdLetters, IdLength);

    /// <summary>A plain document in the shape for editing.</summary>
    public static JsonNode? Name(JsonNode? plain) =>
        plain switch
        {
            JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Name(m.Value)))),
            JsonArray items => new JsonArray([.. items.Select(NameItem)]),
            _ => plain?.DeepClone(),
        };

    /// <summary>The document without names, as revisions hold it.</summary>
    public static JsonNode? Plain(JsonNode? named) =>
        named switch
        {
            JsonObject item when item.ContainsKey(Value) => Plain(item[Value]),
            JsonObject members => new JsonObject(members.Where(m => m.Key != Id).Select(m => KeyValuePair.Create(m.Key, Plain(m.Value)))),
            JsonArray items => new JsonArray([.. items.Select(Plain)]),
            _ => named?.DeepClone(),
        };

    private static JsonNode NameItem(JsonNode? item)
    {
        var named = new JsonObject { [Id] = NewId() };
        if (item is JsonObject members)
        {
            foreach (var member in members)
            {
                named[member.Key] = Name(member.Value);
            }
        }
        else
        {
            named[Value] = Name(item);
        }

        return named;
    }
}
