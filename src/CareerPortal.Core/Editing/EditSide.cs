using System.Text.Json;
using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>How a place was on one side of an edit, as the log keeps it.</summary>
/// <param name="Value">The value or the item; null where there was none.</param>
/// <param name="Follows">The item that it followed.</param>
/// <param name="Made">The outermost group or list that had to be made for it.</param>
internal sealed record EditSide(JsonNode? Value, string? Follows = null, string? Made = null)
{
    public string Write()
    {
        var members = new JsonObject { ["value"] = Value?.DeepClone() };
        if (Follows is not null)
        {
            members["follows"] = Follows;
        }

        if (Made is not null)
        {
            members["made"] = Made;
        }

        return Json.Write(members);
    }

    public static EditSide Read(string? text)
    {
        var members = text is null ? null : JsonNode.Parse(text) as JsonObject;
        return new EditSide(members?["value"]?.DeepClone(), Json.StringOf(members?["follows"]), Json.StringOf(members?["made"]));
    }
}
