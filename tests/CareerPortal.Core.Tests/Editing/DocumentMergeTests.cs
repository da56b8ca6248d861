using System.Text.Json.Nodes;
using CareerPortal.Editing;
using FsCheck.Xunit;

namespace CareerPortal.Core.Tests.Editing;

public sealed class DocumentMergeTests
{
    [Property(MaxTest = 30)]
    public void Of_EditsOfOneSideOrTheSameOfBoth_IsThatSide(int seed)
    {
        foreach (var (guide, path) in RandomEdits.Parts)
        {
            var edited = new RandomEdits(seed).Edit(guide, path, 5);

            Assert.All(
                [DocumentMerge.Of(guide, edited, guide), DocumentMerge.Of(guide, guide, edited), DocumentMerge.Of(guide, edited, edited)],
                merge =>
                {
                    Assert.Empty(merge.Conflicts);
                    Assert.True(JsonNode.DeepEquals(edited, merge.Document), path);
                }
            );
        }
    }

    [Property(MaxTest = 30)]
    public void Of_EditsOfBoth_LoseNothingAndDoNotDependOnWhoIsWho(int seed)
    {
        foreach (var (guide, path) in RandomEdits.Parts)
        {
            var mine = new RandomEdits(seed).Edit(guide, path, 3);
            var theirs = new RandomEdits(~seed).Edit(guide, path, 3);

            var merge = DocumentMerge.Of(guide, mine, theirs);
            var mirrored = DocumentMerge.Of(guide, theirs, mine);

            Assert.True(JsonNode.DeepEquals(merge.Document, mirrored.Document), path);
            Assert.Equal(merge.Conflicts.Select(Text), mirrored.Conflicts.Select(c => Text(c with { Mine = c.Theirs, Theirs = c.Mine })));
            AssertKept(Texts(guide), Texts(mine), Texts(theirs), merge);
        }
    }

    [Fact]
    public void Of_DifferentFieldsOfOneItem_TakesBoth()
    {
        var merge = Merge(
            """{"faq":[{"asked":"Combien ?","answer":"Mille.","note":"x"}]}""",
            """{"faq":[{"asked":"Combien gagne-t-on ?","answer":"Mille.","note":"x"}]}""",
            """{"faq":[{"asked":"Nouveau ?","answer":"Oui."},{"asked":"Combien ?","answer":"Deux mille.","note":"x"}]}"""
        );

        Assert.Empty(merge.Conflicts);
        Assert.Equal(
            """{"faq":[{"asked":"Nouveau ?","answer":"Oui."},{"asked":"Combien gagne-t-on ?","answer":"Deux mille.","note":"x"}]}""",
            merge.Document!.ToJsonString(Plain)
        );
    }

    [Fact]
    public void Of_OneFieldChangedByBoth_KeepsBothUntilSomebodyChooses()
    {
        var merge = Merge("""{"hook":"Ancien."}""", """{"hook":"Le mien."}""", """{"hook":"Le leur."}""");

        var conflict = Assert.Single(merge.Conflicts);
        Assert.Equal(("hook", "Ancien.", "Le mien.", "Le leur."), (conflict.Path, $"{conflict.Base}", $"{conflict.Mine}", $"{conflict.Theirs}"));
        Assert.Equal("Ancien.", $"{merge.Document!["hook"]}");
    }

    [Fact]
    public void Of_ItemTakenAwayByOneAndRewrittenByTheOther_IsAConflict()
    {
        var merge = Merge(
            """{"pros":["Horaires souples","Télétravail"]}""",
            """{"pros":["Télétravail"]}""",
            """{"pros":["Horaires très souples","Télétravail"]}"""
        );

        var conflict = Assert.Single(merge.Conflicts);
        Assert.Equal(("pros[0]", null, "Horaires très souples"), (conflict.Path, conflict.Mine, $"{conflict.Theirs}"));
        Assert.Equal(["Horaires souples", "Télétravail"], merge.Document!["pros"]!.AsArray().Select(p => $"{p}"));
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static DocumentMerge Merge(string first, string mine, string theirs) =>
        DocumentMerge.Of(JsonNode.Parse(first), JsonNode.Parse(mine), JsonNode.Parse(theirs));

    private static string Text(MergeConflict conflict) => $"{conflict.Path}: {conflict.Base} | {conflict.Mine} | {conflict.Theirs}";

    /// <summary>
    /// What either wrote stands in the document or in a conflict; what either took away is there only where a conflict has it, or the other
    /// wrote it.
    /// </summary>
    private static void AssertKept(HashSet<string> first, HashSet<string> mine, HashSet<string> theirs, DocumentMerge merge)
    {
        var document = Texts(merge.Document);
        var disputed = merge.Conflicts.SelectMany(c => Texts(c.Base).Concat(Texts(c.Mine)).Concat(Texts(c.Theirs))).ToHashSet(StringComparer.Ordinal);
        foreach (var written in mine.Concat(theirs).Except(first))
        {
            Assert.True(document.Contains(written) || disputed.Contains(written), written);
        }

        foreach (var gone in first.Except(mine).Concat(first.Except(theirs)))
        {
            Assert.True(!document.Contains(gone) || disputed.Contains(gone), gone);
        }
    }

    private static HashSet<string> Texts(JsonNode? node)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        Read(node);
        return texts;

        void Read(JsonNode? value)
        {
            switch (value)
            {
                case JsonObject members:
                    members.ToList().ForEach(m => Read(m.Value));
                    break;
                case JsonArray items:
                    items.ToList().ForEach(Read);
                    break;
                case JsonValue text when text.GetValueKind() == System.Text.Json.JsonValueKind.String:
                    texts.Add(text.GetValue<string>());
                    break;
            }
        }
    }
}
