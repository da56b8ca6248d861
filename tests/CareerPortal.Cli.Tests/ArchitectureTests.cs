using System.Reflection;
using CareerPortal.Stores;
using CareerPortal.Testing;

namespace CareerPortal.Cli.Tests;

public sealed class ArchitectureTests
{
    private static readonly Assembly Cli = typeof(PortalCommand).Assembly;
    private static readonly Assembly Stores = typeof(PortalStore).Assembly;

    [Fact]
    public void Stores_References_NeitherWebNorHost()
    {
        string[] unwanted =
        [
            "CareerPortal.Web",
            "CareerPortal.Cli",
            "Microsoft.AspNetCore.Hosting",
            "Microsoft.AspNetCore.Http",
            "Microsoft.AspNetCore.Components",
            "MudBlazor",
            "Serilog",
            "System.CommandLine",
        ];

        Assert.All(Referenced(Stores), n => Assert.DoesNotContain(unwanted, u => n.StartsWith(u, StringComparison.Ordinal)));
    }

    [Fact]
    public void Cli_References_NeitherWebNorProvider() =>
        Assert.All(
            Referenced(Cli),
            n =>
                Assert.False(
                    n == "CareerPortal.Web"
                        || n.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
                        || n.StartsWith("Microsoft.Data.", StringComparison.Ordinal)
                        || n.StartsWith("Microsoft.EntityFrameworkCore.Sql", StringComparison.Ordinal),
                    n
                )
        );

    [Fact]
    public void Types_Names_SayWhatTheyAre() => Assert.All(Cli.GetTypes().Concat(Stores.GetTypes()), t => Assert.Null(EmptyWords.Ending(t)));

    [Fact]
    public void Types_PublicClassesOfStores_AreSealed() =>
        Assert.All(Stores.GetExportedTypes().Where(t => t.IsClass), t => Assert.True(t.IsSealed, t.Name));

    [Fact]
    public void Folders_OfCli_KnowEachOtherInNoCircle()
    {
        var circles = FolderGraph.Of(Cli, "CareerPortal.Cli").Circles();

        Assert.True(circles.Length == 0, circles);
    }

    private static IEnumerable<string> Referenced(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);
}
