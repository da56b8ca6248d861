using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Folders;

public sealed class FolderGraphTests
{
    [Fact]
    public void Circles_OneDirection_TellsNothing() => Assert.Equal("", CirclesOf("Tree"));

    [Theory]
    [InlineData("Bodies", "One → Two: First → Second", "Two → One: Second → First")]
    [InlineData("Waits", "One → Two: First → Second", "Two → One: Second → First")]
    [InlineData("Marks", "One → Two: Marked → Second", "Two → One: Second → MarkAttribute")]
    [InlineData("Nest", "Home/* → Home/Rooms: House → Room", "Home/Rooms → Home/*: Room → House")]
    public void Circles_BothDirections_TellsTheTypesOfEach(string sample, string there, string back)
    {
        var circles = CirclesOf(sample);

        Assert.Contains(there, circles, StringComparison.Ordinal);
        Assert.Contains(back, circles, StringComparison.Ordinal);
    }

    [Fact]
    public void Circles_ThroughAFolderAndItsChild_CountsBothAsOne()
    {
        var circles = CirclesOf("Ring");

        Assert.Equal(
            """
            A circle of One, Three, Two:
                One → Two: First → Second
                Three → One: Fourth → First
                Two → Three: Second → Third
            """,
            circles,
            ignoreLineEndingDifferences: true
        );
    }

    private static string CirclesOf(string sample) =>
        FolderGraph.Of(typeof(FolderGraphTests).Assembly, $"CareerPortal.Core.Tests.Folders.Samples.{sample}").Circles();
}
