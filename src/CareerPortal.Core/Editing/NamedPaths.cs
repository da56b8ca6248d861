using System.Globalization;
using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>Finds in a document in the shape for editing (<see cref="DraftForm"/>) what an address with numbers names in the plain one.</summary>
public static class NamedPaths
{
    /// <summary>
    /// The address with names, such as <c>content.faq.k3f9abcd.asked</c> for <c>content.faq[2].asked</c>; where the document does not go so far, that
    /// of the nearest thing above.
    /// </summary>
    public static string Of(JsonObject named, string plainPath)
    {
        JsonNode? node = named;
        var found = new List<string>();
        foreach (var step in plainPath.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            if (step.EndsWith(']'))
            {
                var isNumber = int.TryParse(step.AsSpan(0, step.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index);
                node = node is JsonObject { } holder && holder.ContainsKey(DraftForm.Value) ? holder[DraftForm.Value] : node;
                if (!isNumber || node is not JsonArray items || index >= items.Count || items[index] is not JsonObject item)
                {
                    break;
                }

                if (item[DraftForm.Id] is not JsonValue name || !name.TryGetValue<string>(out var id))
                {
                    break;
                }

                found.Add(id);
                node = item;
            }
            else if (node is JsonObject members && members.ContainsKey(step))
            {
                found.Add(step);
                node = members[step];
            }
            else if (node is JsonObject && found.Count > 0 && plainPath.EndsWith(step, StringComparison.Ordinal))
            {
                // A member that is empty is not written: its field is there all the same.
                found.Add(step);
                break;
            }
            else
            {
                break;
            }
        }

        return string.Join('.', found);
    }
}
