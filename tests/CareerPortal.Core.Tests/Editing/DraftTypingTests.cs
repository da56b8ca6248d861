using System.Text.Json.Nodes;
using CareerPortal.Editing;
using FsCheck.Xunit;

namespace CareerPortal.Core.Tests.Editing;

/// <summary>Whatever two tabs do, and however often their answers are lost: what was typed last in each stands in the draft or in a conflict.</summary>
public sealed class DraftTypingTests
{
    private const int Steps = 14;

    [Property(MaxTest = 25)]
    public async Task ApplyAsync_OfTwoTabsAtRandom_LosesNoText(int seed)
    {
        using var store = await DraftStore.WithGuideAsync();
        var random = new Random(seed);
        List<Typist> typists = [];
        foreach (var name in new[] { "Ana", "Bob" })
        {
            typists.Add(new Typist(store, await store.TabAsync(await store.PersonAsync(name)), name, random));
        }

        for (var step = 0; step < Steps; step++)
        {
            await typists[random.Next(2)].ActAsync();
        }

        foreach (var typist in typists)
        {
            await typist.SendAllAsync();
        }

        var read = (await store.Desk.ReadAsync(typists[0].Actor, store.GuideId, TestContext.Current.CancellationToken)).Value!;
        var texts = TextsOf(read.Document).Concat(read.Conflicts.SelectMany(c => TextsOf(c.Mine).Concat(TextsOf(c.Theirs)))).ToHashSet();
        Assert.All(typists.SelectMany(t => t.Finals), text => Assert.Contains(text, texts));
        Assert.All(typists, t => Assert.Equal(t.Numbered, t.Stored));
    }

    [Property(MaxTest = 25)]
    public async Task ApplyAsync_OfDifferentFieldsInAnyOrder_GivesOneDraft(int seed)
    {
        var documents = new List<string>();
        foreach (var isMirrored in new[] { false, true })
        {
            var random = new Random(seed);
            using var store = await DraftStore.WithGuideAsync();
            var ana = await store.TabAsync(await store.PersonAsync());
            var bob = await store.TabAsync(await store.PersonAsync("Bob"));
            (DraftStore.Tab Tab, string Path, string Before)[] all =
            [
                (ana, "content.hook", "Et si c'était vous ?"),
                (ana, $"{ana.Item("content.faq", 0)}.asked", "Combien gagne-t-on ?"),
                (bob, "content.tagline", "Pour que tout tienne."),
                (bob, $"{ana.Item("content.trainingSteps", 0)}.duration", "2 ans"),
            ];
            var order = all.OrderBy(_ => random.Next()).ToList();
            foreach (var (tab, path, before) in isMirrored ? order.AsEnumerable().Reverse() : order)
            {
                await tab.SetAsync(path, before, $"Texte {path.Split('.')[^1]} {seed}");
            }

            documents.Add(DraftForm.Plain(await store.DocumentAsync())!.ToJsonString());
        }

        Assert.Equal(documents[0], documents[1]);
    }

    [Property(MaxTest = 25)]
    public async Task UndoAsync_OfAllThatATabDid_GivesBackWhatWasThere(int seed)
    {
        using var store = await DraftStore.WithGuideAsync();
        var random = new Random(seed);
        var tab = await store.TabAsync(await store.PersonAsync());
        var before = await store.DocumentAsync();
        var typist = new Typist(store, tab, "Ana", random);
        for (var step = 0; step < Steps; step++)
        {
            await typist.ActAsync();
        }

        await typist.SendAllAsync();
        var after = await store.DocumentAsync();
        var undone = 0;
        while (await typist.TurnAsync(store.Desk.UndoAsync))
        {
            undone++;
        }

        Assert.True(JsonNode.DeepEquals(before, await store.DocumentAsync()));
        for (; undone > 0; undone--)
        {
            Assert.True(await typist.TurnAsync(store.Desk.RedoAsync));
        }

        Assert.True(JsonNode.DeepEquals(after, await store.DocumentAsync()));
    }

    private static IEnumerable<string> TextsOf(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(m => TextsOf(m.Value)),
            JsonArray items => items.SelectMany(TextsOf),
            null => [],
            _ => [$"{node}"],
        };

    /// <summary>Somebody at a tab who types, adds, removes and moves, whose answers get lost, and who learns nothing of the other.</summary>
    private sealed class Typist(DraftStore store, DraftStore.Tab tab, string name, Random random)
    {
        private static readonly string[] Lists = ["content.faq", "content.advice", "content.missions"];

        private readonly List<DraftChange> _waiting = [];
        private readonly Dictionary<string, string?> _held = [];
        private readonly Dictionary<string, string> _typed = [];
        private readonly JsonObject _document = tab.Document.DeepClone().AsObject();
        private long _first = 1;
        private int _texts;

        public CareerPortal.Accounts.Actor Actor => tab.Actor;

        public long Numbered { get; private set; }

        public long Stored { get; private set; }

        /// <summary>The last text of each place that this tab has not taken away itself.</summary>
        public IEnumerable<string> Finals => _typed.Values;

        public async Task ActAsync()
        {
            switch (random.Next(10))
            {
                case 0:
                    await SendAllAsync();
                    break;
                case 1:
                    await SendAsync(isAnswerLost: true);
                    break;
                case 2:
                    // Out of turn: nothing is taken.
                    await SendAheadAsync();
                    break;
                case 3:
                    Insert();
                    break;
                case 4:
                    Remove();
                    break;
                case 5:
                    Move();
                    break;
                default:
                    Type();
                    break;
            }
        }

        public async Task SendAllAsync()
        {
            while (_waiting.Count > 0)
            {
                await SendAsync(isAnswerLost: random.Next(4) == 0);
            }
        }

        public async Task<bool> TurnAsync(Func<CareerPortal.Accounts.Actor, int, DraftStep, CancellationToken, Task<DeskResult<DraftReceipt>>> turn)
        {
            var result = await turn(tab.Actor, store.GuideId, new DraftStep(tab.Id, Numbered + 1, 0), TestContext.Current.CancellationToken);
            if (result.Answer == DeskAnswer.NotNow)
            {
                return false;
            }

            Assert.Equal(DeskAnswer.Done, result.Answer);
            Numbered++;
            return true;
        }

        private async Task SendAsync(bool isAnswerLost)
        {
            if (_waiting.Count == 0)
            {
                return;
            }

            var sent = _waiting.Take(1 + random.Next(_waiting.Count)).ToArray();
            var result = await tab.ApplyAsync(_first, sent);
            Assert.True(result.IsDone);
            Stored = result.Value!.TabSequence;
            if (!isAnswerLost)
            {
                _waiting.RemoveRange(0, (int)(Stored - _first + 1));
                _first = Stored + 1;
            }
        }

        private async Task SendAheadAsync()
        {
            if (_waiting.Count > 1 && Stored < _first)
            {
                var result = await tab.ApplyAsync(_first + 1, [.. _waiting.Skip(1)]);
                Assert.Equal(DeskAnswer.Stale, result.Answer);
            }
        }

        private void Do(DraftChange change)
        {
            _waiting.Add(change);
            Numbered++;
        }

        private void Type()
        {
            var paths = new List<string> { "content.hook", "content.tagline", "content.keyFacts.studies" };
            foreach (var list in Lists)
            {
                var member = list == "content.faq" ? "asked" : "title";
                paths.AddRange(ItemsOf(list).Select(i => $"{list}.{i!["$id"]}.{member}"));
            }

            var path = paths[random.Next(paths.Count)];
            var text = $"{name} {path.Split('.')[^1]} {_texts++}";
            Do(new DraftChange(DraftEditKind.Set, path, Held(path), text));
            _held[path] = text;
            _typed[path] = text;
        }

        private void Insert()
        {
            var list = Lists[random.Next(Lists.Length)];
            var (id, text) = (DraftForm.NewId(), $"{name} item {_texts++}");
            var member = list == "content.faq" ? "asked" : "title";
            var items = ItemsOf(list);
            var at = random.Next(items.Count + 1);
            var item = new JsonObject { ["$id"] = id, [member] = text };
            Do(new DraftChange(DraftEditKind.Insert, list, null, item, at == 0 ? null : $"{items[at - 1]!["$id"]}"));
            items.Insert(at, item.DeepClone());
            _held[$"{list}.{id}.{member}"] = text;
            _typed[$"{list}.{id}.{member}"] = text;
        }

        private void Remove()
        {
            var list = Lists[random.Next(Lists.Length)];
            var items = ItemsOf(list);
            if (items.Count == 0)
            {
                return;
            }

            var at = random.Next(items.Count);
            var path = $"{list}.{items[at]!["$id"]}";
            Do(new DraftChange(DraftEditKind.Remove, path));
            items.RemoveAt(at);
            foreach (var gone in _typed.Keys.Where(p => p.StartsWith($"{path}.", StringComparison.Ordinal)).ToList())
            {
                _typed.Remove(gone);
            }
        }

        private void Move()
        {
            var list = Lists[random.Next(Lists.Length)];
            var items = ItemsOf(list);
            if (items.Count > 1)
            {
                var item = items[^1]!;
                Do(new DraftChange(DraftEditKind.Move, $"{list}.{item["$id"]}", null, null, null));
                items.RemoveAt(items.Count - 1);
                items.Insert(0, item);
            }
        }

        private JsonArray ItemsOf(string list) => list.Split('.').Aggregate((JsonNode?)_document, (n, m) => n![m])!.AsArray();

        private string? Held(string path)
        {
            if (_held.TryGetValue(path, out var held))
            {
                return held;
            }

            JsonNode? node = _document;
            foreach (var name in path.Split('.'))
            {
                node = node is JsonArray items ? items.First(i => $"{i!["$id"]}" == name) : node?[name];
            }

            return node?.GetValue<string>();
        }
    }
}
