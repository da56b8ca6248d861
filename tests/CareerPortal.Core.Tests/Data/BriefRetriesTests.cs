using System.Reflection;
using CareerPortal.Data;
using CareerPortal.Migrations.SqlServer;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Data;

public sealed class BriefRetriesTests
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;

    [Theory]
    [InlineData(SqlFaults.DatabaseAway)]
    [InlineData(SqlFaults.Deadlock)]
    public void GetNextDelay_FaultThatPasses_IsAFewPausesOfASecondAtMost(int number)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        SqlServerStore.Configure(options, "Server=none");
        using var context = new PortalDbContext(options.Options);
        var strategy = context.Database.CreateExecutionStrategy();
        var failures = (List<Exception>)strategy.GetType().GetProperty("ExceptionsEncountered", Hidden)!.GetValue(strategy)!;
        var next = strategy.GetType().GetMethod("GetNextDelay", Hidden)!;

        var pauses = new List<TimeSpan>();
        while (failures.Count < 10)
        {
            var failure = SqlFaults.Of(number);
            failures.Add(failure);
            if (next.Invoke(strategy, [failure]) is not TimeSpan pause)
            {
                break;
            }

            pauses.Add(pause);
        }

        Assert.InRange(pauses.Count, 2, 4);
        Assert.All(pauses, pause => Assert.InRange(pause, TimeSpan.Zero, TimeSpan.FromSeconds(1)));
    }
}
