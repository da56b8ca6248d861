using System.Text.Json.Nodes;
using CareerPortal.Editing;
using CareerPortal.Guides;
using FsCheck.Xunit;

namespace CareerPortal.Core.Tests.Editing;

public sealed class DocumentDifferenceTests
{
    [Fact]
    public void Parts_EverySectionOfTheRegistry_IsEdited() =>
        Assert.Equal(GuideSections.Parts.Select(p => p.Path).Order(), RandomEdits.Parts.Select(p => p.Path).Order());

    [Property(MaxTest = 30)]
    public void ApplyTo_AnyEditsOfAnySection_GivesTheSecondState(int seed)
    {
        foreach (var (guide, path) in RandomEdits.Parts)
        {
            var edited = new RandomEdits(seed).Edit(guide, path, 5);

            var difference = DocumentDifference.Between(guide, edited);

            Assert.True(JsonNode.DeepEquals(edited, difference.ApplyTo(guide)), path);
            Assert.Equal(JsonNode.DeepEquals(guide, edited), difference.Fields.Count == 0);
            Assert.All(difference.Fields, f => Assert.StartsWith("content." + path, f.Path, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Fields_ListReworked_TellsWhatWasMovedFromWhatWasRewritten()
    {
        const string C = """{"asked":"C ?","answer":"trois"}""";
        const string E = """{"asked":"E ?","answer":"cinq"}""";
        var first = JsonNode.Parse($$"""{"faq":[{"asked":"A ?","answer":"un"},{"asked":"B ?","answer":"deux"},{{C}},{{E}}],"hook":"x"}""");
        var second = JsonNode.Parse($$"""{"faq":[{{E}},{"asked":"A ?","answer":"neuf"},{{C}},{"asked":"D ?","answer":"quatre"}]}""");

        var fields = DocumentDifference.Between(first, second).Fields;

        Assert.Equal(
            [
                ("faq[1]", FieldChangeKind.Removed),
                ("faq[0]", FieldChangeKind.Moved),
                ("faq[1].answer", FieldChangeKind.Changed),
                ("faq[3]", FieldChangeKind.Added),
                ("hook", FieldChangeKind.Removed),
            ],
            fields.Select(f => (f.Path, f.Kind))
        );
        Assert.Equal(("un", "neuf"), (fields[2].Before, fields[2].After));
    }

    [Fact]
    public void ApplyTo_AnotherDocument_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() =>
            DocumentDifference.Between(JsonNode.Parse("""{"a":{"b":1}}"""), JsonNode.Parse("""{"a":{"b":2}}""")).ApplyTo(JsonNode.Parse("[]"))
        );
}
