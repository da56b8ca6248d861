using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareerPortal.Data;

/// <summary>Tells the one refusal of a store that others may answer, a key that is taken, from all that is wrong with it; each provider says by which numbers it knows it.</summary>
public abstract class DuplicateRows : SaveChangesInterceptor
{
    public sealed override void SaveChangesFailed(DbContextErrorEventData eventData)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        if (eventData.Exception is DbUpdateException { InnerException: DbException cause } refused && Means(cause))
        {
            throw new DuplicateRowException(refused);
        }
    }

    public sealed override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        SaveChangesFailed(eventData);
        return Task.CompletedTask;
    }

    /// <summary>Whether the provider's failure says that a unique key is taken.</summary>
    protected abstract bool Means(DbException failure);
}
