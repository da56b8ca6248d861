using CareerPortal.Data;
using CareerPortal.Migrations.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>
/// A SQL Server store without a server: what it is sent is written down, and answered with invented rows, so that a method goes on
/// to its second and third command.
/// </summary>
/// <param name="finds">Whether queries find a row.</param>
/// <param name="hits">Whether updates and deletes by command meet a row.</param>
internal sealed class RecordingStore(bool finds, bool hits) : IDbContextFactory<PortalDbContext>
{
    private static readonly DbContextOptions<PortalDbContext> Options = OptionsOf();

    // Far from the 1 that every row found is keyed by.
    private int _lastId = 1000;

    public List<RecordedCommand> Commands { get; } = [];

    public string Caller { get; set; } = "";

    public bool Finds => finds;

    public bool Hits => hits;

    /// <summary>The key that a row just inserted is given.</summary>
    public int NextId() => ++_lastId;

    public static DbContextOptions<PortalDbContext> OptionsOf()
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        SqlServerStore.Configure(options, "Server=none");
        return options.Options;
    }

    public PortalDbContext CreateDbContext()
    {
        var context = new PortalDbContext(Options);
        context.Database.SetDbConnection(new RecordingConnection(this, InventedValues.For(context.Model)), contextOwnsConnection: true);
        return context;
    }
}
