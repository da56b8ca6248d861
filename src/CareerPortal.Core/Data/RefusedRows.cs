using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareerPortal.Data;

/// <summary>
/// Tells the refusals of a store that others may answer, a key that is taken and a parent that has gone, from all that is wrong
/// with it; each provider says by which numbers it knows them.
/// </summary>
public abstract class RefusedRows : SaveChangesInterceptor
{
    public sealed override void SaveChangesFailed(DbContextErrorEventData eventData)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        if (eventData.Exception is not DbUpdateException { InnerException: DbException cause } refused)
        {
            return;
        }

        if (IsDuplicate(cause))
        {
            throw new DuplicateRowException(refused);
        }

        if (IsWithoutParent(cause))
        {
            throw new MissingParentException(refused);
        }
    }

    public sealed override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        SaveChangesFailed(eventData);
        return Task.CompletedTask;
    }

    /// <summary>Whether the provider's failure says that a unique key is taken.</summary>
    protected abstract bool IsDuplicate(DbException failure);

    /// <summary>Whether the provider's failure says that a row leads to one that is not there.</summary>
    protected abstract bool IsWithoutParent(DbException failure);
}
