namespace CareerPortal.Testing;

/// <summary>
/// One type's use of another in another folder, told at the level where their ways part: of <c>Guides.Sections</c> and <c>Guides.Parts.Small</c>
/// at the level of Guides, as Guides/Sections and Guides/Parts. The types of a folder itself are a part of it beside its children: <c>Guides/*</c>.
/// </summary>
internal sealed record FolderUse(string Level, string From, string To, string Types)
{
    private const string Own = "*";

    /// <summary>Null where a type lies outside the root, or both lie in one folder.</summary>
    public static FolderUse? Below(string root, string from, string to)
    {
        if (Parts(root, from) is not { } source || Parts(root, to) is not { } target)
        {
            return null;
        }

        var shared = 0;
        while (shared < source.Length - 1 && shared < target.Length - 1 && source[shared] == target[shared])
        {
            shared++;
        }

        var (left, right) = (PartAt(source, shared), PartAt(target, shared));
        return left == right ? null : new FolderUse(string.Join('/', source[..shared]), left, right, $"{source[^1]} → {target[^1]}");
    }

    private static string[]? Parts(string root, string name) =>
        name.StartsWith(root + '.', StringComparison.Ordinal) ? name[(root.Length + 1)..].Split('.') : null;

    private static string PartAt(string[] parts, int depth) => string.Join('/', [.. parts[..depth], depth == parts.Length - 1 ? Own : parts[depth]]);
}
