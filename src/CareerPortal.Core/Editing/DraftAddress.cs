namespace CareerPortal.Editing;

/// <summary>An address in a named document: members by their names, items of lists by theirs.</summary>
internal sealed class DraftAddress
{
    private DraftAddress(string path, IReadOnlyList<Step> steps) => (Path, Steps) = (path, steps);

    /// <summary>A member of an object, or an item of a list.</summary>
    public readonly record struct Step(string Name, bool IsItem, FormField Field);

    public string Path { get; }

    public IReadOnlyList<Step> Steps { get; }

    public Step Last => Steps[^1];

    public FormField Field => Last.Field;

    public bool IsItem => Last.IsItem;

    /// <summary>The address of the first steps.</summary>
    public DraftAddress First(int count) => new(string.Join('.', Steps.Take(count).Select(s => s.Name)), [.. Steps.Take(count)]);

    /// <summary>An item of the list at this address.</summary>
    public DraftAddress Item(string id) => new($"{Path}.{id}", [.. Steps, new Step(id, true, ItemOf(Field))]);

    /// <summary>Null where a document has no such place.</summary>
    public static DraftAddress? Parse(string? path)
    {
        if (path is not { Length: > 0 and <= DraftEdit.PathMaxLength })
        {
            return null;
        }

        var steps = new List<Step>();
        var field = GuideForm.Whole;
        foreach (var name in path.Split('.'))
        {
            if (steps.Count > 0 && field.IsList)
            {
                if (!IsId(name))
                {
                    return null;
                }

                field = ItemOf(field);
                steps.Add(new Step(name, true, field));
            }
            else if (field.Kind == FieldKind.Group && field.Children.FirstOrDefault(c => c.Name == name) is { } child)
            {
                field = child;
                steps.Add(new Step(name, false, field));
            }
            else
            {
                return null;
            }
        }

        return new DraftAddress(path, steps);
    }

    public static bool IsId(string? name) =>
        name is { Length: > 0 and <= DraftLimits.IdLength } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>An item of fields is a group; a text or a code is the item itself.</summary>
    private static FormField ItemOf(FormField list) =>
        list.Kind == FieldKind.List ? list with { Kind = FieldKind.Group, Path = null } : list.Children[0];
}
