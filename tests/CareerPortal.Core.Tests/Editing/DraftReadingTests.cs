using System.Text.Json;
using System.Text.Json.Nodes;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Testing;
using FsCheck.Xunit;

namespace CareerPortal.Core.Tests.Editing;

/// <summary>A draft can always be shown, whatever stands in it.</summary>
public sealed class DraftReadingTests
{
    [Fact]
    public void Read_OfTheShippedGuides_IsTheGuideWithoutAFault()
    {
        foreach (var guide in ExchangeFolder.FirstContent.Read().Guides.Values.Select(g => g.ToDocument()))
        {
            var (document, faults) = DraftReading.Read(Named(guide));

            Assert.Empty(faults);
            Assert.Equal(GuideDocuments.Write(guide), GuideDocuments.Write(document));
        }
    }

    [Fact]
    public void Read_OfValuesThatCannotBeRead_TellsWhereAndShowsTheRest()
    {
        var named = Named(Sample.CompleteGuide().ToDocument());
        named["updatedOn"] = "31/02";
        var salary = named["content"]!["salaries"]![0]!.AsObject();
        salary["lowCents"] = "beaucoup";
        salary.Remove("asOf");
        var id = salary["$id"]!.GetValue<string>();

        var (document, faults) = DraftReading.Read(named);

        Assert.Equal(
            [
                ("updatedOn", FaultKind.Unreadable, "31/02"),
                ($"content.salaries.{id}.lowCents", FaultKind.Unreadable, "beaucoup"),
                ($"content.salaries.{id}.asOf", FaultKind.EmptyText, null),
            ],
            faults.Select(f => (f.Path, f.Kind, f.Value))
        );
        Assert.Null(document.UpdatedOn);
        Assert.Equal(260_000, document.Content.Salaries[0].HighCents);
    }

    [Fact]
    public void Read_OfAGroupInWhichNothingStands_LeavesItOut()
    {
        var named = Named(Sample.CompleteGuide().ToDocument());
        named["content"]!["portrait"] = new JsonObject { ["text"] = " ", ["illustrative"] = false };
        named["content"]!["microTasks"] = new JsonObject { ["precautions"] = new JsonArray(), ["estimator"] = new JsonObject() };

        var (document, faults) = DraftReading.Read(named);

        Assert.Empty(faults);
        Assert.Null(document.Content.Portrait);
        Assert.Null(document.Content.MicroTasks);
    }

    [Fact]
    public void Read_OfListsLongerThanAnybodyWrites_ReadsSoManyAndTells()
    {
        var named = Named(Sample.CompleteGuide().ToDocument());
        named["content"]!["pros"] = new JsonArray([.. Enumerable.Range(0, 10_000).Select(n => (JsonNode)$"{n}")]);

        var (document, faults) = DraftReading.Read(named);

        Assert.Equal(2000, document.Content.Pros.Count);
        Assert.Equal(("content.pros", FaultKind.TooLong), (Assert.Single(faults).Path, faults[0].Kind));
    }

    [Property(MaxTest = 1000)]
    public void Read_OfAnyJson_GivesAGuide(int seed)
    {
        var random = new Random(seed);
        var named = Named(Sample.CompleteGuide().ToDocument());
        for (var n = random.Next(1, 12); n > 0; n--)
        {
            Spoil(named, random);
        }

        var (document, _) = DraftReading.Read(Parsed(named));

        Assert.NotNull(GuideDocuments.Read(GuideDocuments.Format, GuideDocuments.Write(document)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"content":null}""")]
    [InlineData("""{"content":[]}""")]
    [InlineData("""{"kind":1,"kind":2}""")]
    [InlineData("""{"content":{"hook":"\ud800","pros":["\udc00",{"$value":"\ud800"},null,[],7]}}""")]
    [InlineData("""{"content":{"salaries":[{"lowCents":1e400,"highCents":1e30,"asOf":true}]}}""")]
    [InlineData("""{"content":{"keyFacts":"x","portrait":[1],"faq":{"a":1},"day":[{"at":"25:00"},7,null]}}""")]
    public void Read_OfBrokenDocuments_GivesAGuide(string json)
    {
        var (document, _) = DraftReading.Read(JsonNode.Parse(json)!.AsObject());

        Assert.NotNull(GuideDocuments.Read(GuideDocuments.Format, GuideDocuments.Write(document)));
    }

    private static JsonObject Named(GuideDocument document) => DraftForm.Name(JsonNode.Parse(GuideDocuments.Write(document)))!.AsObject();

    private static JsonObject Parsed(JsonObject named) => JsonNode.Parse(named.ToJsonString())!.AsObject();

    private static void Spoil(JsonNode node, Random random)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                var name = members.ElementAt(random.Next(members.Count)).Key;
                if (members[name] is { } inner and (JsonObject or JsonArray) && random.Next(5) > 0)
                {
                    Spoil(inner, random);
                }
                else if (random.Next(4) == 0)
                {
                    members.Remove(name);
                }
                else
                {
                    members[name] = Hostile(random, 3);
                }

                break;
            case JsonArray { Count: > 0 } items:
                var at = random.Next(items.Count);
                if (items[at] is { } item and (JsonObject or JsonArray) && random.Next(5) > 0)
                {
                    Spoil(item, random);
                }
                else
                {
                    items[at] = Hostile(random, 3);
                }

                break;
        }
    }

    private static JsonNode? Hostile(Random random, int depth) =>
        random.Next(depth > 0 ? 14 : 11) switch
        {
            0 => null,
            1 => random.Next(2) == 0,
            2 => random.NextInt64(),
            3 => random.NextDouble() * 1e30,
            4 => "",
            5 => "\u0000\u001b[31m\u202Egnp.exe\u2066",
            6 => "<script>alert(1)</script>",
            7 => new string('x', 10_000),
            8 => "9999-99-99",
            9 => -0.0,
            10 => decimal.MaxValue,
            11 => new JsonArray([.. Enumerable.Range(0, random.Next(2200)).Select(_ => (JsonNode?)null)]),
            12 => new JsonObject { ["$id"] = Hostile(random, depth - 1), ["$value"] = Hostile(random, depth - 1), ["text"] = Hostile(random, depth - 1) },
            _ => new JsonArray(Hostile(random, depth - 1), Hostile(random, depth - 1)),
        };
}
