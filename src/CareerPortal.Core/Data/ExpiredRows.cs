using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Data;

/// <summary>Deletes what has had its time, some at a time, so that those who answer need not wait for it.</summary>
internal static class ExpiredRows
{
    public const int AtOnce = 200;

    private const int MostTurns = 500;

    /// <summary>Tells how many went; what is left of a very great number goes the next time.</summary>
    public static async Task<int> DeleteInTurnsAsync<T>(this IOrderedQueryable<T> expired, CancellationToken cancellation)
    {
        var all = 0;
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var deleted = await expired.Take(AtOnce).ExecuteDeleteAsync(cancellation);
            all += deleted;
            if (deleted < AtOnce)
            {
                break;
            }
        }

        return all;
    }
}
