using System.Reflection;
using CareerPortal.Testing;

namespace CareerPortal.Web.Tests;

public sealed class ArchitectureTests
{
    private static readonly Assembly Web = Assembly.Load("CareerPortal.Web");

    [Fact]
    public void Web_References_NeitherProviderNorCommandLine() =>
        Assert.All(
            Web.GetReferencedAssemblies().Select(a => a.Name!),
            n =>
                Assert.False(
                    n == "CareerPortal.Cli"
                        || n.StartsWith("CareerPortal.Migrations.", StringComparison.Ordinal)
                        || n.StartsWith("Microsoft.Data.", StringComparison.Ordinal)
                        || n.StartsWith("Microsoft.EntityFrameworkCore.Sql", StringComparison.Ordinal),
                    n
                )
        );

    [Fact]
    public void Folders_OfWeb_KnowEachOtherInNoCircle()
    {
        var circles = FolderGraph.Of(Web, "CareerPortal.Web").Circles();

        Assert.True(circles.Length == 0, circles);
    }
}
