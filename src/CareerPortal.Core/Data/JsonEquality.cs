using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CareerPortal.Data;

/// <summary>Two documents are the same where their JSON text is; for those that are never changed in place.</summary>
internal sealed class JsonEquality<T>()
    : ValueComparer<T>(
        (one, other) => StoredJson.Write(one) == StoredJson.Write(other),
        value => StringComparer.Ordinal.GetHashCode(StoredJson.Write(value)),
        value => value
    );
