using System.Text.Json.Nodes;
using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>
/// Brings one person's changes into a draft, each by the place that it names. Where somebody else has changed that place meanwhile, the draft
/// keeps what it has, and what came second waits in a conflict. It writes nothing by itself; whoever calls saves.
/// </summary>
internal sealed class DraftWriter(
    PortalDbContext context,
    Draft draft,
    DraftTree tree,
    List<DraftConflict> conflicts,
    DraftWriter.Author author,
    DateTime nowUtc
)
{
    /// <summary>From this size on, edits of one place that follow each other are one in the log.</summary>
    private const int Bulky = 16 * 1024;

    /// <summary>Who writes, in which tab, and what it has seen of the draft.</summary>
    public sealed record Author(Guid AccountId, Guid TabId, long Seen);

    /// <summary>What became of a change.</summary>
    public enum Outcome
    {
        Applied,

        /// <summary>The draft was so already.</summary>
        NoChange,
        InConflict,
    }

    private IEnumerable<DraftConflict> Open => conflicts.Where(c => c.Choice is null);

    public bool HasChanged { get; private set; }

    /// <summary>Whether so many conflicts wait that nothing more can be kept in one.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Applies a change that was checked (<see cref="DraftShape"/>).</summary>
    public async Task<Outcome> ApplyAsync(DraftChange change, CancellationToken cancellation)
    {
        var address = DraftAddress.Parse(change.Path)!;
        if (change.Kind == DraftEditKind.Insert)
        {
            address = address.Item(DraftPlaces.IdOf(change.After)!);
        }

        var before = SideOf(change.Kind, address);
        var outcome = await RunAsync(change, null, isForced: false, cancellation);
        if (outcome.Outcome == Outcome.Applied)
        {
            await RecordAsync(change.Kind, outcome.Path ?? address.Path, before, outcome.Made, cancellation);
        }

        return outcome.Outcome;
    }

    /// <summary>Takes an edit back.</summary>
    public async Task UndoAsync(DraftEdit edit, CancellationToken cancellation)
    {
        var (change, made) = edit.Undo();
        await TurnAsync(edit, change, made, isUndone: true, cancellation);
    }

    /// <summary>Does again an edit that was taken back.</summary>
    public async Task RedoAsync(DraftEdit edit, CancellationToken cancellation)
    {
        var (change, _) = edit.Redo();
        await TurnAsync(edit, change, null, isUndone: false, cancellation);
    }

    /// <summary>Ends a conflict by a choice; false where the two cannot be joined.</summary>
    public async Task<bool> ChooseAsync(DraftConflict conflict, ConflictChoice choice, CancellationToken cancellation)
    {
        var address = DraftAddress.Parse(conflict.Path)!;
        var (mine, theirs) = (Parse(conflict.Mine), Parse(conflict.Theirs));
        if (choice == ConflictChoice.Both)
        {
            if (mine is null || theirs is null)
            {
                // One side took it away: what the other wrote is both.
                choice = mine is null ? ConflictChoice.Theirs : ConflictChoice.Mine;
            }
            else if (address.Field.Kind is not (FieldKind.Line or FieldKind.Prose) || Json.StringOf(mine) is null || Json.StringOf(theirs) is null)
            {
                return false;
            }
        }

        conflict.Close(choice, author.AccountId, nowUtc);
        if (choice == ConflictChoice.Theirs)
        {
            return true;
        }

        if (choice == ConflictChoice.Both)
        {
            if (address.IsItem)
            {
                var list = address.First(address.Steps.Count - 1).Path;
                var item = new JsonObject { [DraftForm.Id] = DraftForm.NewId(), [DraftForm.Value] = mine!.DeepClone() };
                await ApplyAsync(new DraftChange(DraftEditKind.Insert, list, null, item, address.Last.Name), cancellation);
                return true;
            }

            mine = $"{Json.StringOf(theirs)}{(address.Field.Kind == FieldKind.Prose ? "\n\n" : " ")}{Json.StringOf(mine)}";
        }

        await TakeAsync(address, mine, cancellation);
        return true;
    }

    private static JsonNode? Parse(string? text) => text is null ? null : JsonNode.Parse(text);

    private static string? Text(JsonNode? node) => node is null ? null : Json.Write(node);

    private static bool IsItem(JsonNode? node) => node is JsonObject members && members.ContainsKey(DraftForm.Id);

    /// <summary>Makes the draft have at a place what was chosen, whatever it has.</summary>
    private async Task TakeAsync(DraftAddress address, JsonNode? value, CancellationToken cancellation)
    {
        if (IsItem(value))
        {
            var list = address.First(address.Steps.Count - 1);
            await RestoreAsync(list, cancellation);
            if (tree.Item(address) is not null)
            {
                await ForceAsync(new DraftChange(DraftEditKind.Remove, address.Path), address, cancellation);
            }

            var follows = await LastPlaceAsync(address, cancellation);
            await ForceAsync(new DraftChange(DraftEditKind.Insert, list.Path, null, value!.DeepClone(), follows), address, cancellation);
        }
        else if (value is null && address.IsItem)
        {
            await ForceAsync(new DraftChange(DraftEditKind.Remove, address.Path), address, cancellation);
        }
        else
        {
            await RestoreAsync(address, cancellation);
            await ForceAsync(new DraftChange(DraftEditKind.Set, address.Path, null, value?.DeepClone()), address, cancellation);
        }
    }

    /// <summary>Brings back the items on the way to a place that have been removed.</summary>
    private async Task RestoreAsync(DraftAddress address, CancellationToken cancellation)
    {
        while (tree.FirstMissing(address) is { } missing)
        {
            var item = address.First(missing);
            var removed = await RemovedAsync(item.Path, cancellation) ?? new JsonObject { [DraftForm.Id] = item.Last.Name };
            var follows = await LastPlaceAsync(item, cancellation);
            await ForceAsync(new DraftChange(DraftEditKind.Insert, item.First(missing - 1).Path, null, removed, follows), item, cancellation);
        }
    }

    private async Task ForceAsync(DraftChange change, DraftAddress address, CancellationToken cancellation)
    {
        var before = SideOf(change.Kind, address);
        var outcome = await RunAsync(change, null, isForced: true, cancellation);
        if (outcome.Outcome == Outcome.Applied)
        {
            await RecordAsync(change.Kind, address.Path, before, outcome.Made, cancellation);
        }
    }

    private async Task TurnAsync(DraftEdit edit, DraftChange change, string? made, bool isUndone, CancellationToken cancellation)
    {
        if ((await RunAsync(change, made, isForced: false, cancellation)).Outcome == Outcome.InConflict)
        {
            // Both texts wait for a choice; the edit has been dealt with.
            edit.GiveUp();
            return;
        }

        edit.IsUndone = isUndone;
        edit.Sequence = ++draft.Sequence;
        HasChanged = true;
    }

    private EditSide SideOf(DraftEditKind kind, DraftAddress address) =>
        kind switch
        {
            DraftEditKind.Set => new EditSide(tree.Get(address)?.DeepClone()),
            DraftEditKind.Remove => new EditSide(tree.Item(address)?.DeepClone(), tree.Follows(address)),
            DraftEditKind.Move => new EditSide(null, tree.Follows(address)),
            _ => new EditSide(null),
        };

    private async Task<(Outcome Outcome, string? Made, string? Path)> RunAsync(
        DraftChange change,
        string? made,
        bool isForced,
        CancellationToken cancellation
    )
    {
        var address = DraftAddress.Parse(change.Path)!;
        if (tree.FirstMissing(address) is { } missing)
        {
            return (await KeepOfRemovedAsync(change, address, missing, cancellation), null, null);
        }

        switch (change.Kind)
        {
            case DraftEditKind.Set:
                return await SetAsync(change, address, made, isForced, cancellation);
            case DraftEditKind.Insert:
                return Insert(change, address);
            case DraftEditKind.Remove:
                return (await RemoveAsync(change, address, made, isForced, cancellation), null, null);
            default:
                return (Move(change, address), null, null);
        }
    }

    private async Task<(Outcome Outcome, string? Made, string? Path)> SetAsync(
        DraftChange change,
        DraftAddress address,
        string? made,
        bool isForced,
        CancellationToken cancellation
    )
    {
        var current = tree.Get(address);
        var mine = Open.FirstOrDefault(c =>
            c.Path == address.Path && c.MineById == author.AccountId && !IsItem(Parse(c.Mine)) && Json.Same(Parse(c.Mine), change.Before)
        );
        if (Json.Same(current, change.After))
        {
            mine?.Close(ConflictChoice.Theirs, author.AccountId, nowUtc);
            return (Outcome.NoChange, null, null);
        }

        if (!isForced && mine is not null)
        {
            mine.Mine = Text(change.After);
            HasChanged = true;
            return (Outcome.InConflict, null, null);
        }

        if (!isForced && !Json.SameTyped(current, change.Before))
        {
            await DisputeAsync(address.Path, change.Before, change.After, current, cancellation);
            return (Outcome.InConflict, null, null);
        }

        var created = tree.Set(address, change.After);
        if (change.After is null && made is not null)
        {
            tree.Prune(address.First(address.Steps.Count - 1), made);
        }

        Follow(address.Path);
        return (Outcome.Applied, created, null);
    }

    private (Outcome Outcome, string? Made, string? Path) Insert(DraftChange change, DraftAddress list)
    {
        var item = change.After!.DeepClone().AsObject();
        var address = list.Item(DraftPlaces.IdOf(item)!);
        if (tree.Item(address) is { } there)
        {
            if (Json.Same(there, item))
            {
                return (Outcome.NoChange, null, null);
            }

            // Two items of one name: nobody's text gives way.
            address = list.Item(DraftForm.NewId());
            item[DraftForm.Id] = address.Last.Name;
        }

        var made = tree.Insert(list, item, change.AfterId);
        Follow(address.Path);
        return (Outcome.Applied, made, address.Path);
    }

    private async Task<Outcome> RemoveAsync(DraftChange change, DraftAddress address, string? made, bool isForced, CancellationToken cancellation)
    {
        var item = tree.Item(address)!;
        if (!isForced && !await IsAsSeenAsync(change, address, item, cancellation))
        {
            await DisputeAsync(address.Path, change.Before, null, item, cancellation);
            return Outcome.InConflict;
        }

        tree.Remove(address);
        if (made is not null)
        {
            tree.Prune(address.First(address.Steps.Count - 1), made);
        }

        Follow(address.Path);
        return Outcome.Applied;
    }

    private Outcome Move(DraftChange change, DraftAddress address)
    {
        if (change.AfterId == address.Last.Name || change.AfterId == tree.Follows(address))
        {
            return Outcome.NoChange;
        }

        tree.Move(address, change.AfterId);
        HasChanged = true;
        return Outcome.Applied;
    }

    /// <summary>A change within an item that somebody else has removed: the item waits as it would be, for a choice.</summary>
    private async Task<Outcome> KeepOfRemovedAsync(DraftChange change, DraftAddress address, int missing, CancellationToken cancellation)
    {
        var item = address.First(missing);
        var mine = Open.FirstOrDefault(c => c.Path == item.Path && c.MineById == author.AccountId && c.Theirs is null && IsItem(Parse(c.Mine)));
        if (change.Kind is DraftEditKind.Remove && missing == address.Steps.Count)
        {
            mine?.Close(ConflictChoice.Theirs, author.AccountId, nowUtc);
            HasChanged |= mine is not null;
            return Outcome.NoChange;
        }

        if (change.Kind is DraftEditKind.Remove or DraftEditKind.Move && mine is null)
        {
            return Outcome.NoChange;
        }

        var removed = await RemovedAsync(item.Path, cancellation);
        var kept = new DraftTree([]);
        kept.Grow(item);
        kept.Replace(item, Parse(mine?.Mine) as JsonObject ?? removed ?? new JsonObject { [DraftForm.Id] = item.Last.Name });
        if (change.Kind is DraftEditKind.Set or DraftEditKind.Insert)
        {
            kept.Grow(address);
        }

        if (change.Kind == DraftEditKind.Set)
        {
            if (mine is null && Json.Same(kept.Get(address), change.After))
            {
                return Outcome.NoChange;
            }

            kept.Set(address, change.After);
        }
        else if (change.Kind == DraftEditKind.Insert)
        {
            kept.Insert(address, change.After!.AsObject(), change.AfterId);
        }
        else if (kept.Item(address) is not null)
        {
            if (change.Kind == DraftEditKind.Remove)
            {
                kept.Remove(address);
            }
            else
            {
                kept.Move(address, change.AfterId);
            }
        }

        if (mine is not null)
        {
            mine.Mine = Text(kept.Item(item));
            HasChanged = true;
        }
        else
        {
            await DisputeAsync(item.Path, removed, kept.Item(item), null, cancellation);
        }

        return Outcome.InConflict;
    }

    /// <summary>Whether an item is still as somebody saw it who takes it away.</summary>
    private async Task<bool> IsAsSeenAsync(DraftChange change, DraftAddress address, JsonObject item, CancellationToken cancellation)
    {
        if (change.Before is not null)
        {
            return Json.SameTyped(item, change.Before);
        }

        if (author.Seen < draft.Sequence - DraftLimits.Edits)
        {
            return false;
        }

        var (path, within) = (address.Path, $"{address.Path}.");
        return !await context.DraftEdits.AnyAsync(
            e =>
                e.DraftId == draft.Id
                && e.Sequence > author.Seen
                && e.TabId != author.TabId
                && e.Kind != DraftEditKind.Move
                && (e.Path == path || e.Path.StartsWith(within)),
            cancellation
        );
    }

    private async Task DisputeAsync(string path, JsonNode? first, JsonNode? mine, JsonNode? theirs, CancellationToken cancellation)
    {
        var text = Text(mine);
        if (Open.Any(c => c.Path == path && c.MineById == author.AccountId && c.Mine == text))
        {
            return;
        }

        if (Open.Count() >= DraftLimits.Conflicts)
        {
            IsFull = true;
            return;
        }

        var conflict = new DraftConflict
        {
            DraftId = draft.Id,
            Path = path,
            Base = Text(first),
            Mine = text,
            Theirs = Text(theirs),
            MineById = author.AccountId,
            TheirsById = await LastAuthorAsync(path, cancellation),
            CreatedUtc = nowUtc,
        };
        conflicts.Add(conflict);
        context.Add(conflict);
        HasChanged = true;
    }

    /// <summary>Lets the open conflicts show what stands in the draft after an edit of a place.</summary>
    private void Follow(string path)
    {
        HasChanged = true;
        foreach (var conflict in Open.Where(c => DocumentPath.IsWithin(c.Path, path) || DocumentPath.IsWithin(path, c.Path)).ToList())
        {
            var address = DraftAddress.Parse(conflict.Path)!;
            var mine = Parse(conflict.Mine);
            var now = address.IsItem && (mine is null || IsItem(mine)) ? tree.Item(address) : tree.Get(address);
            if (Json.Same(now, Parse(conflict.Theirs)))
            {
                continue;
            }

            conflict.Theirs = Text(now);
            conflict.TheirsById = author.AccountId;
            if (Json.Same(now, mine))
            {
                conflict.Close(ConflictChoice.Theirs, author.AccountId, nowUtc);
            }
        }
    }

    private async Task RecordAsync(DraftEditKind kind, string path, EditSide before, string? made, CancellationToken cancellation)
    {
        await ForgetUndoneAsync(cancellation);
        var address = DraftAddress.Parse(path)!;
        var after = kind switch
        {
            DraftEditKind.Set => new EditSide(tree.Get(address)?.DeepClone(), null, made),
            DraftEditKind.Insert => new EditSide(tree.Item(address)?.DeepClone(), tree.Follows(address), made),
            DraftEditKind.Move => new EditSide(null, tree.Follows(address)),
            _ => new EditSide(null),
        };
        var (was, now) = (before.Write(), after.Write());
        if (kind == DraftEditKind.Set && was.Length + now.Length > Bulky && await LastAsync(path, cancellation) is { } last)
        {
            last.After = (after with { Made = EditSide.Read(last.After).Made }).Write();
            last.Sequence = ++draft.Sequence;
            return;
        }

        context.Add(
            new DraftEdit
            {
                DraftId = draft.Id,
                Sequence = ++draft.Sequence,
                TabId = author.TabId,
                AccountId = author.AccountId,
                AtUtc = nowUtc,
                Kind = kind,
                Path = path,
                Before = was,
                After = now,
            }
        );
    }

    /// <summary>What was taken back cannot be done again once something else was written.</summary>
    private async Task ForgetUndoneAsync(CancellationToken cancellation)
    {
        if (!_hasForgotten)
        {
            _hasForgotten = true;
            var undone = await context
                .DraftEdits.Where(e => e.DraftId == draft.Id && e.TabId == author.TabId && e.IsUndone)
                .ToListAsync(cancellation);
            undone.ForEach(e => e.GiveUp());
        }
    }

    private bool _hasForgotten;

    /// <summary>The draft's last edit, where it is this tab's at this place.</summary>
    private async Task<DraftEdit?> LastAsync(string path, CancellationToken cancellation)
    {
        var last =
            context.DraftEdits.Local.Where(e => e.DraftId == draft.Id).MaxBy(e => e.Sequence)
            ?? await context.DraftEdits.FirstOrDefaultAsync(e => e.DraftId == draft.Id && e.Sequence == draft.Sequence, cancellation);
        return
            last is { Kind: DraftEditKind.Set, IsUndone: false } && last.TabId == author.TabId && last.Path == path && last.Sequence == draft.Sequence
            ? last
            : null;
    }

    /// <summary>An item as it was when it was last removed; null where the log does not reach so far.</summary>
    private async Task<JsonObject?> RemovedAsync(string path, CancellationToken cancellation) =>
        await RemovalAsync(path, cancellation) is { } side ? side.Value as JsonObject : null;

    private async Task<string?> LastPlaceAsync(DraftAddress item, CancellationToken cancellation)
    {
        var list = tree.List(item.First(item.Steps.Count - 1));
        return await RemovalAsync(item.Path, cancellation) is { } side ? side.Follows : DraftPlaces.IdOf(list is { Count: > 0 } ? list[^1] : null);
    }

    private async Task<EditSide?> RemovalAsync(string path, CancellationToken cancellation)
    {
        var edit =
            context.DraftEdits.Local.Where(IsRemoval).MaxBy(e => e.Sequence)
            ?? await context
                .DraftEdits.AsNoTracking()
                .Where(e => e.DraftId == draft.Id && e.Path == path)
                .Where(e => e.Kind == DraftEditKind.Remove && !e.IsUndone || e.Kind == DraftEditKind.Insert && e.IsUndone)
                .OrderByDescending(e => e.Sequence)
                .FirstOrDefaultAsync(cancellation);
        return edit is null ? null : EditSide.Read(edit.Kind == DraftEditKind.Remove ? edit.Before : edit.After);

        bool IsRemoval(DraftEdit e) => e.Path == path && e.Kind == (e.IsUndone ? DraftEditKind.Insert : DraftEditKind.Remove);
    }

    private async Task<Guid?> LastAuthorAsync(string path, CancellationToken cancellation)
    {
        var within = $"{path}.";
        return await context
            .DraftEdits.Where(e => e.DraftId == draft.Id && (e.Path == path || e.Path.StartsWith(within)))
            .OrderByDescending(e => e.Sequence)
            .Select(e => (Guid?)e.AccountId)
            .FirstOrDefaultAsync(cancellation);
    }
}
