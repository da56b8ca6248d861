using System.Text.Json.Nodes;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Editing;

public sealed class NamedPathsTests
{
    private static readonly JsonObject Named = (JsonObject)
        JsonNode.Parse(
            """
            {"register":"vous","content":{"hook":"Venez","faq":[{"$id":"aa","asked":"Un ?","answer":[{"$id":"bb","$value":"Oui."}]},
            {"$id":"cc","asked":"Deux ?"}],
            "pros":[{"$id":"dd","$value":"Du calme."}],"salaries":[{"$id":"ee","lowCents":1}]}}
            """
        )!;

    [Theory]
    [InlineData("register", "register")]
    [InlineData("content.hook", "content.hook")]
    [InlineData("content.faq[1].asked", "content.faq.cc.asked")]
    [InlineData("content.faq[0].answer[0]", "content.faq.aa.answer.bb")]
    [InlineData("content.pros[0]", "content.pros.dd")]
    [InlineData("content.salaries[0]", "content.salaries.ee")]
    [InlineData("content.salaries[0].note", "content.salaries.ee.note")]
    [InlineData("content.tagline", "content.tagline")]
    [InlineData("content.faq[7].asked", "content.faq")]
    [InlineData("content.microTasks.precautions", "content")]
    public void Of_PlainPath_IsTheFieldOfTheDraft(string plain, string named) => Assert.Equal(named, NamedPaths.Of(Named, plain));

    [Fact]
    public void Of_EveryTextOfAGuide_LeadsToThatText()
    {
        var plain = JsonNode.Parse(GuideDocuments.Write(Sample.CompleteGuide().ToDocument()))!;
        var named = (JsonObject)DraftForm.Name(plain)!;
        var paths = Leaves("", plain).ToList();

        Assert.All(paths, p => Assert.Equal(p.Text, At(named, NamedPaths.Of(named, p.Path))));
        Assert.Equal(paths.Count, paths.Select(p => NamedPaths.Of(named, p.Path)).Distinct().Count());
    }

    private static IEnumerable<(string Path, string Text)> Leaves(string path, JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(m => Leaves(path.Length == 0 ? m.Key : $"{path}.{m.Key}", m.Value)),
            JsonArray items => items.SelectMany((item, at) => Leaves($"{path}[{at}]", item)),
            null => [],
            _ => [(path, node.ToJsonString())],
        };

    private static string? At(JsonNode? node, string path)
    {
        foreach (var step in path.Split('.'))
        {
            node = node switch
            {
                JsonArray items => items.Single(i => (string?)i![DraftForm.Id] == step),
                _ => node![step],
            };
        }

        return node is JsonObject item ? item[DraftForm.Value]!.ToJsonString() : node!.ToJsonString();
    }
}
