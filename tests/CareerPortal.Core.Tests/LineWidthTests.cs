using CareerPortal.Testing;

namespace CareerPortal.Core.Tests;

public sealed class LineWidthTests
{
    /// <summary>What a screen shows of two files side by side; the formatter aims at 150 and leaves long texts as they are.</summary>
    private const int Widest = 160;

    private static readonly string[] NotWritten = ["bin", "obj", "Migrations"];

    [Fact]
    public void Lines_OfCodeAndPages_AreNotTooLong()
    {
        var files = new[] { "src", "tests" }
            .SelectMany(top => Directory.EnumerateFiles(RepositoryFolder.Of(top), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .Select(file => Path.GetRelativePath(RepositoryFolder.Path, file))
            .Where(file => !Path.GetDirectoryName(file)!.Split(Path.DirectorySeparatorChar).Intersect(NotWritten).Any())
            .ToList();

        var tooLong = string.Join(
            '\n',
            files.SelectMany(file =>
                File.ReadLines(RepositoryFolder.Of(file))
                    .Select((line, at) => (Line: line, Number: at + 1))
                    .Where(l => l.Line.EnumerateRunes().Count() > Widest)
                    .Select(l => $"{file}:{l.Number}")
            )
        );

        Assert.NotEmpty(files);
        Assert.True(tooLong.Length == 0, tooLong);
    }
}
