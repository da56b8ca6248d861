using System.Text;
using System.Text.Json.Nodes;
using CareerPortal.Guides;

namespace CareerPortal.Editing;

/// <summary>A whole guide as Markdown, to be read by people: the sections and fields of its form, in the order of the page.</summary>
public static class GuideMarkdown
{
    /// <param name="title">The guide's title.</param>
    /// <param name="document">What it says.</param>
    /// <param name="show">How a field's value is shown: a choice by its words, a code by its name.</param>
    /// <param name="sectionName">The name of a section.</param>
    /// <param name="fieldName">The name of a field.</param>
    public static string Write(
        string title,
        GuideDocument document,
        Func<FormField, JsonNode, string> show,
        Func<FormSection, string> sectionName,
        Func<FormField, string> fieldName
    )
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Line(title)).Append('\n');
        var plain = (JsonObject)JsonNode.Parse(GuideDocuments.Write(document))!;
        foreach (var section in GuideForm.Sections)
        {
            var written = new StringBuilder();
            foreach (var field in section.Fields)
            {
                Field(written, field, At(plain, field.Path!), 3, section.Fields.Count > 1);
            }

            if (written.Length > 0)
            {
                text.Append("\n## ").Append(Line(sectionName(section))).Append('\n').Append(written);
            }
        }

        return text.ToString();

        void Field(StringBuilder into, FormField field, JsonNode? value, int depth, bool named)
        {
            switch (value)
            {
                case null:
                    break;

                case JsonArray { Count: 0 }:
                    break;

                case JsonArray items:
                    if (named)
                    {
                        Heading(into, field, depth);
                    }

                    Items(into, field, items, named ? depth + 1 : depth);
                    break;

                case JsonObject members:
                    if (named)
                    {
                        Heading(into, field, depth);
                    }

                    foreach (var child in field.Children)
                    {
                        Field(into, child, members[child.Name], depth + 1, named: true);
                    }

                    break;

                default:
                    var said = show(field, value);
                    if (said.Length > 0)
                    {
                        into.Append('\n').Append(named ? $"**{Line(fieldName(field))}**: " : "").Append(said).Append('\n');
                    }

                    break;
            }
        }

        void Items(StringBuilder into, FormField list, JsonArray items, int depth)
        {
            if (list.Kind != FieldKind.List)
            {
                into.Append('\n');
                foreach (var item in items.OfType<JsonValue>())
                {
                    into.Append("- ").Append(show(list.Children[0], item).Replace("\n", "\n  ", StringComparison.Ordinal)).Append('\n');
                }

                return;
            }

            foreach (var (at, item) in items.OfType<JsonObject>().Index())
            {
                var head = list.Children.FirstOrDefault(c => c.IsLeaf && item[c.Name] is not null);
                into.Append('\n')
                    .Append('#', Math.Min(depth, 6))
                    .Append(' ')
                    .Append(head is null ? $"{at + 1}" : Line(show(head, item[head.Name]!)))
                    .Append('\n');
                foreach (var child in list.Children.Where(c => c != head))
                {
                    Field(into, child, item[child.Name], depth + 1, named: true);
                }
            }
        }

        void Heading(StringBuilder into, FormField field, int depth) =>
            into.Append('\n').Append('#', Math.Min(depth, 6)).Append(' ').Append(Line(fieldName(field))).Append('\n');
    }

    private static string Line(string text) => text.ReplaceLineEndings(" ");

    private static JsonNode? At(JsonObject document, string path) =>
        path.Split('.').Aggregate((JsonNode?)document, (node, name) => (node as JsonObject)?[name]);
}
