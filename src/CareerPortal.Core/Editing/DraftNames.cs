using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>Gives a document that came from elsewhere the names that a draft has for the same items, so that its addresses stay true.</summary>
internal static class DraftNames
{
    public static JsonNode? Like(JsonNode? named, JsonNode? plain) =>
        (named, plain) switch
        {
            (JsonObject before, JsonObject now) => new JsonObject(now.Select(m => KeyValuePair.Create(m.Key, Like(before[m.Key], m.Value)))),
            (JsonArray before, JsonArray now) => Items(before, now),
            _ => DraftForm.Name(plain),
        };

    private static JsonArray Items(JsonArray named, JsonArray plain)
    {
        var match = ListMatch.Of((JsonArray)DraftForm.Plain(named)!, plain);
        return new JsonArray([
            .. Enumerable
                .Range(0, plain.Count)
                .Select(at => match.Before(at) is var before && before >= 0 ? Item(named[before], plain[at]) : NewItem(plain[at])),
        ]);
    }

    private static JsonNode? Item(JsonNode? named, JsonNode? plain)
    {
        if (DraftPlaces.IdOf(named) is not { } id)
        {
            return NewItem(plain);
        }

        var item = new JsonObject { [DraftForm.Id] = id };
        if (plain is JsonObject members)
        {
            foreach (var member in members)
            {
                item[member.Key] = Like(named![member.Key], member.Value);
            }
        }
        else
        {
            item[DraftForm.Value] = Like(named![DraftForm.Value], plain);
        }

        return item;
    }

    public static JsonNode? NewItem(JsonNode? plain) => ((JsonArray)DraftForm.Name(new JsonArray(plain?.DeepClone()))!)[0]!.DeepClone();
}
