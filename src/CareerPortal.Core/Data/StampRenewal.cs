using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Data;

/// <summary>
/// Renews, together with what is saved, the stamp of every part of the content that the save changes: whoever writes need not think
/// of it. (<c>ExecuteUpdate</c> and <c>ExecuteDelete</c> pass this by: content is written by entities.)
/// </summary>
internal static class StampRenewal
{
    private static readonly ConcurrentDictionary<Type, ContentRealm> Realms = new();

    /// <summary>The part of the content that an entity belongs to; none for what readers do not see.</summary>
    public static ContentRealm RealmOf(Type entity) =>
        Realms.GetOrAdd(entity, static type => type.GetCustomAttribute<InRealmAttribute>()?.Realm ?? ContentRealm.None);

    public static void Renew(DbContext context)
    {
        var changed = context
            .ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => RealmOf(e.Metadata.ClrType))
            .Aggregate(ContentRealm.None, (all, realm) => all | realm);
        foreach (var realm in ContentStamp.Realms.Where(r => changed.HasFlag(r)))
        {
            var stamp = context.Set<ContentStamp>().Local.FindEntry(realm) ?? context.Attach(new ContentStamp { Realm = realm });
            stamp.Property(s => s.Version).CurrentValue = Guid.CreateVersion7();
            stamp.Property(s => s.Version).IsModified = true;
        }
    }
}
