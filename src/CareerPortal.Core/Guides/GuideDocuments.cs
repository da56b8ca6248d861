using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareerPortal.Data;

namespace CareerPortal.Guides;

/// <summary>
/// The documents of guides as the store keeps them: JSON with the number of the format it was written in. Members that are not known are
/// passed over; what an older format wrote is brought forward one step a format, and never rewritten in the store.
/// </summary>
public static class GuideDocuments
{
    /// <summary>The format that is written today: 1 held the content alone, 2 holds what stood beside it too.</summary>
    public const int Format = 2;

    /// <summary>The step at place n brings a document from format n + 1 to format n + 2.</summary>
    private static readonly Func<JsonObject, JsonObject>[] Steps = [WithWhatStoodBeside];

    public static string Write(GuideDocument document) => StoredJson.Write(document);

    /// <summary>Reads a document written in a format of the past, of today, or of a newer program that has only added to it.</summary>
    /// <exception cref="JsonException">It cannot be read; the message names the place.</exception>
    public static GuideDocument Read(int format, string text)
    {
        if (format >= Format)
        {
            return StoredJson.Read<GuideDocument>(text);
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(format);
        var document = JsonNode.Parse(text) as JsonObject ?? throw new JsonException("The document is not an object.");
        return StoredJson.Read<GuideDocument>(Steps[(format - 1)..].Aggregate(document, (held, step) => step(held)).ToJsonString());
    }

    /// <summary>What tells two documents apart without reading them: the SHA-256 of what is written, in hexadecimal digits.</summary>
    public static string HashOf(GuideDocument document) => HashOf(Write(document));

    /// <summary>The same of a document as <see cref="Write"/> writes it.</summary>
    public static string HashOf(string written) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written)));

    /// <summary>
    /// Kind, register and days stood in columns, which the migration gave to the revision that was published. An earlier one has none left:
    /// only a complete guide has a tagline, and all of that time say « vous ».
    /// </summary>
    private static JsonObject WithWhatStoodBeside(JsonObject content) =>
        new()
        {
            ["kind"] = content.ContainsKey("tagline") ? "complete" : "brief",
            ["register"] = "vous",
            ["content"] = content,
        };
}
