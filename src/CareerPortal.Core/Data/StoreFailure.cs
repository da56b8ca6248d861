using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace CareerPortal.Data;

/// <summary>Tells failures of the store, such as a full disk, a lost server or a time-out, from faults of the program.</summary>
public static class StoreFailure
{
    /// <summary>Where SqlClient has no connection left to lend, it says so by an exception of another kind.</summary>
    private const string SqlClient = "Microsoft.Data.SqlClient";

    public static bool Is(Exception failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
        {
            if (e is DbException or RetryLimitExceededException || e is InvalidOperationException { Source: SqlClient })
            {
                return true;
            }
        }

        return false;
    }
}
