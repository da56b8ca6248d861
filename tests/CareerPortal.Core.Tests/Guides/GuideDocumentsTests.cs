using System.Text.Json;
using System.Text.Json.Nodes;
using CareerPortal.French;
using CareerPortal.Guides;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Guides;

/// <summary>
/// Documents of every format that was ever written, as the store held them (<c>Archive/format-N.json</c>): whoever changes the document's shape
/// archives one of the old format and writes a step.
/// </summary>
public sealed class GuideDocumentsTests
{
    public static TheoryData<int> Formats => [.. Enumerable.Range(1, GuideDocuments.Format)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_DocumentOfAnyFormat_KeepsAllItSays(int format)
    {
        var archived = Archived(format);

        var document = GuideDocuments.Read(format, archived);

        var before = JsonNode.Parse(archived)!;
        var after = JsonNode.Parse(GuideDocuments.Write(document))!["content"];
        Assert.True(JsonNode.DeepEquals(format == 1 ? before : before["content"], after), "Something of the content was lost on the way.");
        Assert.NotEmpty(document.Content.Salaries);
        Assert.Equal(GuideKind.Complete, document.Kind);
    }

    [Fact]
    public void Read_FormatWithWhatStoodBeside_GivesItBack()
    {
        var document = GuideDocuments.Read(2, Archived(2));

        Assert.Equal(
            (GuideKind.Complete, Register.Tu, new DateOnly(2026, 1, 15), new DateOnly(2026, 9, 1)),
            (document.Kind, document.Register, document.PublishedOn, document.ReviewedOn)
        );
    }

    [Fact]
    public void Read_MembersThatAreNotKnown_ArePassedOver()
    {
        var text = Archived(GuideDocuments.Format)
            .Replace("\"content\":{", "\"mood\":\"gay\",\"content\":{\"song\":[{\"a\":1}],", StringComparison.Ordinal);

        var document = GuideDocuments.Read(GuideDocuments.Format, text);

        Assert.Contains("mood", text, StringComparison.Ordinal);
        Assert.Equal(
            GuideDocuments.HashOf(GuideDocuments.Read(GuideDocuments.Format, Archived(GuideDocuments.Format))),
            GuideDocuments.HashOf(document)
        );
    }

    [Fact]
    public void Read_FormatOfANewerProgram_IsReadForWhatItSays() =>
        Assert.NotEmpty(GuideDocuments.Read(GuideDocuments.Format + 1, Archived(GuideDocuments.Format)).Content.Summary);

    [Theory]
    [InlineData(1, "[]")]
    [InlineData(1, "{")]
    [InlineData(2, "{}")]
    [InlineData(2, "null")]
    [InlineData(2, """{"kind":"complete","register":"vous","content":{"summary":null}}""")]
    public void Read_BrokenDocument_SaysThatItIs(int format, string text) => Assert.ThrowsAny<JsonException>(() => GuideDocuments.Read(format, text));

    [Fact]
    public void HashOf_AnyDifference_IsAnotherHash()
    {
        var document = Sample.CompleteGuide().ToDocument();

        Assert.Equal(GuideDocuments.HashOf(document), GuideDocuments.HashOf(Sample.CompleteGuide().ToDocument()));
        Assert.NotEqual(GuideDocuments.HashOf(document), GuideDocuments.HashOf(document with { Register = Register.Tu }));
        Assert.NotEqual(GuideDocuments.HashOf(document), GuideDocuments.HashOf(document with { Content = document.Content with { Pros = [] } }));
        Assert.Equal(Revision.HashLength, GuideDocuments.HashOf(document).Length);
    }

    private static string Archived(int format) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Guides", "Archive", $"format-{format}.json"));
}
