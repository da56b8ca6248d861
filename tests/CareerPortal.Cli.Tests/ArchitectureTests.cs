using System.Reflection;
using CareerPortal.Testing;

namespace CareerPortal.Cli.Tests;

public sealed class ArchitectureTests
{
    private static readonly Assembly Cli = typeof(PortalCommand).Assembly;

    [Fact]
    public void Types_Names_SayWhatTheyAre() => Assert.All(Cli.GetTypes(), t => Assert.Null(EmptyWords.Ending(t)));

    [Fact]
    public void Folders_OfCli_KnowEachOtherInNoCircle()
    {
        var circles = FolderGraph.Of(Cli, "CareerPortal.Cli").Circles();

        Assert.True(circles.Length == 0, circles);
    }
}
