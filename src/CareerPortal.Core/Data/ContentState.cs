using System.Runtime.InteropServices;

namespace CareerPortal.Data;

/// <summary>The marks of all parts of the content at one moment.</summary>
public sealed class ContentState(IReadOnlyDictionary<ContentRealm, Guid> versions) : IEquatable<ContentState>
{
    /// <summary>One mark for some parts together: another as soon as one of them is another.</summary>
    public Guid Of(ContentRealm realms)
    {
        var mark = UInt128.Zero;
        foreach (var (realm, version) in versions)
        {
            if ((realms & realm) != 0)
            {
                // Marks are random, so their sum without carry is as good a mark as each of them.
                mark ^= MemoryMarshal.Read<UInt128>(version.ToByteArray());
            }
        }

        Span<byte> bytes = stackalloc byte[16];
        MemoryMarshal.Write(bytes, in mark);
        return new Guid(bytes);
    }

    public bool Equals(ContentState? other) => other is not null && Of(ContentRealm.All) == other.Of(ContentRealm.All);

    public override bool Equals(object? obj) => Equals(obj as ContentState);

    public override int GetHashCode() => Of(ContentRealm.All).GetHashCode();
}
