using System.Data.Common;
using CareerPortal.Data;
using CareerPortal.Migrations.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests;

/// <summary>
/// The site's store, which a test can take away: what is asked then goes to SQL Server as production is set up for it, its retries included,
/// and meets a fault there instead of a server.
/// </summary>
public sealed class LostStore
{
    private volatile SqlException? _fault;
    private volatile bool _hangs;

    /// <summary>The fault that everything meets; none while the store is there.</summary>
    public SqlException? Fault
    {
        get => _fault;
        set => _fault = value;
    }

    /// <summary>Whether the server takes what it is asked and never answers.</summary>
    public bool Hangs
    {
        get => _hangs;
        set => _hangs = value;
    }

    public void Register(IServiceCollection services)
    {
        var standard = services.Last(s => s.ServiceType == typeof(IDbContextFactory<PortalDbContext>));
        services.Remove(standard);
        services.AddSingleton<IDbContextFactory<PortalDbContext>>(s => new Contexts(
            (IDbContextFactory<PortalDbContext>)ActivatorUtilities.CreateInstance(s, standard.ImplementationType!),
            this
        ));
    }

    private sealed class Contexts(IDbContextFactory<PortalDbContext> standard, LostStore store) : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext()
        {
            // Asked once: a test gives the store back while a job still tries.
            var (hangs, fault) = (store.Hangs, store.Fault);
            if (!hangs && fault is null)
            {
                return standard.CreateDbContext();
            }

            var options = new DbContextOptionsBuilder<PortalDbContext>();
            SqlServerStore.Configure(options, "Server=none");
            return new PortalDbContext(options.AddInterceptors(new Refusal(hangs ? null : fault)).Options);
        }
    }

    /// <summary>A fault while a connection is opened; without one, a wait that never ends.</summary>
    private sealed class Refusal(SqlException? fault) : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            throw (Exception?)fault ?? new InvalidOperationException("A test's store hangs only where it is asked without blocking.");

        public override async ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection,
            ConnectionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        )
        {
            if (fault is null)
            {
                // Not even a cancellation reaches a server that is frozen.
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
            }

            throw fault!;
        }
    }
}
