using System.Reflection;
using CareerPortal.Data;
using CareerPortal.Migrations.Sqlite;
using CareerPortal.Migrations.SqlServer;
using CareerPortal.Quiz.Items;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests;

public sealed class ArchitectureTests
{
    private static readonly Assembly Quiz = typeof(ItemBank).Assembly;
    private static readonly Assembly Core = typeof(PortalDbContext).Assembly;

    [Fact]
    public void Quiz_References_NothingButTheBaseLibrary() =>
        Assert.All(Referenced(Quiz), n => Assert.True(n.StartsWith("System.", StringComparison.Ordinal) || n is "System" or "netstandard", n));

    [Fact]
    public void Core_References_NeitherWebNorProvider()
    {
        string[] unwanted =
        [
            "Microsoft.AspNetCore.Hosting",
            "Microsoft.AspNetCore.Http",
            "Microsoft.AspNetCore.Mvc",
            "Microsoft.AspNetCore.Components",
            "Microsoft.AspNetCore.Routing",
            "Microsoft.EntityFrameworkCore.Sqlite",
            "Microsoft.EntityFrameworkCore.SqlServer",
            "Microsoft.Data.",
            "MudBlazor",
            "Serilog",
        ];

        Assert.All(Referenced(Core), n => Assert.DoesNotContain(unwanted, u => n.StartsWith(u, StringComparison.Ordinal)));
    }

    [Fact]
    public void Migrations_References_DoNotKnowEachOther()
    {
        Assert.DoesNotContain(typeof(SqlServerStore).Assembly.GetName().Name, Referenced(typeof(SqliteStore).Assembly));
        Assert.DoesNotContain(typeof(SqliteStore).Assembly.GetName().Name, Referenced(typeof(SqlServerStore).Assembly));
    }

    [Fact]
    public void Types_Names_SayWhatTheyAre()
    {
        var types = new[] { Quiz, Core, typeof(SqliteStore).Assembly, typeof(SqlServerStore).Assembly }.SelectMany(a => a.GetTypes());

        Assert.All(types, t => Assert.Null(EmptyWords.Ending(t)));
    }

    [Fact]
    public void Types_PublicClassesOfCore_AreSealed() =>
        Assert.All(
            Core.GetExportedTypes().Where(t => t is { IsClass: true } and not { IsAbstract: true, IsSealed: false }),
            t => Assert.True(t.IsSealed, t.Name)
        );

    [Fact]
    public void Folders_OfQuiz_KnowEachOtherInNoCircle() => HasNoCircle(Quiz, "CareerPortal.Quiz");

    [Fact]
    public void Folders_OfCore_KnowEachOtherInNoCircle() => HasNoCircle(Core, "CareerPortal");

    private static void HasNoCircle(Assembly project, string root)
    {
        var circles = FolderGraph.Of(project, root).Circles();

        Assert.True(circles.Length == 0, circles);
    }

    private static IEnumerable<string> Referenced(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);
}
