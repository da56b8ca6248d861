namespace CareerPortal.Testing.Attack;

/// <summary>An answer as it came: its status, its headers in their order, and its body unpacked.</summary>
public sealed record RawAnswer(int Status, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    public string? Header(string name) => Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}
