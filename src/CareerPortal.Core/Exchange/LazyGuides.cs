using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CareerPortal.Exchange;

/// <summary>Guide files that are read when they are asked for and not held: a catalogue of thousands never lies in memory whole.</summary>
internal sealed class LazyGuides(IReadOnlyList<string> names, Func<string, GuideFile> read) : IReadOnlyDictionary<string, GuideFile>
{
    private readonly HashSet<string> _names = names.ToHashSet(StringComparer.Ordinal);

    public IEnumerable<string> Keys => names;

    public IEnumerable<GuideFile> Values => names.Select(read);

    public int Count => names.Count;

    public GuideFile this[string key] => TryGetValue(key, out var guide) ? guide : throw new KeyNotFoundException($"There is no guide file {key}.");

    public bool ContainsKey(string key) => _names.Contains(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out GuideFile value)
    {
        value = _names.Contains(key) ? read(key) : null;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, GuideFile>> GetEnumerator() => names.Select(n => KeyValuePair.Create(n, read(n))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
