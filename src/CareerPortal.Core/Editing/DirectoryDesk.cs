using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Exchange;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Search;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>
/// Keeps the directories: entries are checked as exchange files are, each change is kept, nothing goes that something names, and what is merged
/// goes on leading somewhere. Who changes an entry says which state of it they saw.
/// </summary>
public sealed class DirectoryDesk(IDbContextFactory<PortalDbContext> contexts, QualityCatalogue qualities, TimeProvider time)
{
    public const int PageSize = 50;

    /// <summary>How many past states are shown, the newest first.</summary>
    private const int MostPast = 30;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The entries of a directory whose name, code or place has the words, without regard to accents.</summary>
    public async Task<DeskResult<Listing<DirectoryLine>>> ListAsync(
        Actor actor,
        DirectoryKind kind,
        string? text,
        int page,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is null)
        {
            return new(DeskAnswer.NotAllowed);
        }

        var words = (LanguageWords.Fold(text ?? "")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var lines = (await DirectoryShelf.Of(kind).LinesAsync(context, cancellation)).Where(l => Has(l, words)).ToList();
        var shown = ShownPage.Of(page, lines.Count, PageSize);
        return new(DeskAnswer.Done, new Listing<DirectoryLine>([.. lines.Skip(shown.Skipped).Take(PageSize)], lines.Count, shown.Page, shown.Pages));
    }

    /// <summary>All entries of a directory, to choose one.</summary>
    public async Task<DeskResult<IReadOnlyList<DirectoryLine>>> ChoicesAsync(Actor actor, DirectoryKind kind, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await AccountGate.RoleOfAsync(context, actor, cancellation) is null
            ? new(DeskAnswer.NotAllowed)
            : new(DeskAnswer.Done, await DirectoryShelf.Of(kind).LinesAsync(context, cancellation));
    }

    /// <summary>Whether the actor may add entries to a directory.</summary>
    public async Task<bool> MayAddAsync(Actor actor, DirectoryKind kind, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await AccountGate.RoleOfAsync(context, actor, cancellation) is { } role && DirectoryAccess.MayAdd(role, kind);
    }

    public async Task<DeskResult<DirectoryEntry>> FindAsync(Actor actor, DirectoryKind kind, string code, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is not { } role)
        {
            return new(DeskAnswer.NotAllowed);
        }

        var document = await DirectoryShelf.Of(kind).ReadAsync(context, code, cancellation);
        var past = await context
            .DirectoryChanges.AsNoTracking()
            .Where(c => c.Kind == kind && c.Code == code)
            .OrderByDescending(c => c.Number)
            .Take(MostPast)
            .Select(c => new DirectoryPast(
                c.Number,
                c.AtUtc,
                context.Set<Account>().Where(a => a.Id == c.AccountId).Select(a => a.DisplayName).FirstOrDefault(),
                c.Note,
                c.Document
            ))
            .ToListAsync(cancellation);
        if (document is null && past.Count == 0)
        {
            return new(DeskAnswer.NotFound);
        }

        return new(
            DeskAnswer.Done,
            new DirectoryEntry
            {
                Kind = kind,
                Code = code,
                Document = document,
                State = StateOf(document),
                ReplacedBy = await context
                    .ReplacedCodes.Where(r => r.Kind == kind && r.Code == code)
                    .Select(r => r.NewCode)
                    .FirstOrDefaultAsync(cancellation),
                History = past,
                Uses = document is null ? [] : await DirectoryUses.SeenByAsync(context, kind, code, role, actor.AccountId, cancellation),
                MayChange = DirectoryAccess.MayChange(role),
                MayDelete = DirectoryAccess.MayDelete(role),
                MayMerge = DirectoryAccess.MayMerge(role, kind),
            }
        );
    }

    /// <summary>Adds an entry.</summary>
    public Task<DeskResult<DirectoryReceipt>> AddAsync(
        Actor actor,
        DirectoryKind kind,
        string document,
        string? note,
        CancellationToken cancellation
    ) =>
        WriteAsync(
            actor,
            kind,
            document,
            note,
            role => DirectoryAccess.MayAdd(role, kind),
            async (context, code, written, token) =>
            {
                var held = await DirectoryShelf.Of(kind).ReadAsync(context, code, token);
                if (held is not null || await context.ReplacedCodes.AnyAsync(r => r.Kind == kind && r.Code == code, token))
                {
                    return held == written
                        ? new(DeskAnswer.DoneBefore, new DirectoryReceipt(code, []))
                        : new(
                            DeskAnswer.HasFaults,
                            new DirectoryReceipt(code, [new ExchangeFault("", $"{code}.code", FaultKind.DuplicateCode, code)])
                        );
                }

                return null;
            },
            cancellation
        );

    /// <summary>Lets an entry say something else; it must still be in the state that was seen.</summary>
    public Task<DeskResult<DirectoryReceipt>> ChangeAsync(
        Actor actor,
        DirectoryKind kind,
        string code,
        string state,
        string document,
        string? note,
        CancellationToken cancellation
    ) =>
        WriteAsync(
            actor,
            kind,
            document,
            note,
            DirectoryAccess.MayChange,
            async (context, given, written, token) =>
                given != code ? new(DeskAnswer.Invalid)
                : await DirectoryShelf.Of(kind).ReadAsync(context, code, token) is not { } held ? new(DeskAnswer.NotFound)
                : held == written ? new(DeskAnswer.DoneBefore, new DirectoryReceipt(code, []))
                : StateOf(held) != state ? new(DeskAnswer.Stale, new DirectoryReceipt(code, [], held, StateOf(held)))
                : null,
            cancellation
        );

    /// <summary>Lets an entry say again what it said once; one that was deleted comes back.</summary>
    public async Task<DeskResult<DirectoryReceipt>> RestoreAsync(
        Actor actor,
        DirectoryKind kind,
        string code,
        string? state,
        int number,
        CancellationToken cancellation
    )
    {
        string? document;
        await using (var context = await contexts.CreateDbContextAsync(cancellation))
        {
            document = await context
                .DirectoryChanges.Where(c => c.Kind == kind && c.Code == code && c.Number == number)
                .Select(c => c.Document)
                .FirstOrDefaultAsync(cancellation);
        }

        return document is null
            ? new(DeskAnswer.NotFound)
            : await WriteAsync(
                actor,
                kind,
                document,
                $"← {number}",
                DirectoryAccess.MayChange,
                async (context, _, written, token) =>
                {
                    var held = await DirectoryShelf.Of(kind).ReadAsync(context, code, token);
                    return held == written ? new(DeskAnswer.DoneBefore, new DirectoryReceipt(code, []))
                        : StateOf(held) != state ? new(DeskAnswer.Stale, new DirectoryReceipt(code, [], held, StateOf(held)))
                        : await context.ReplacedCodes.AnyAsync(r => r.Kind == kind && r.Code == code, token) ? new(DeskAnswer.NotNow)
                        : null;
                },
                cancellation
            );
    }

    /// <summary>Takes an entry away that nothing names.</summary>
    public Task<DeskResult<DirectoryReceipt>> DeleteAsync(
        Actor actor,
        DirectoryKind kind,
        string code,
        string state,
        string? note,
        CancellationToken cancellation
    ) =>
        contexts.InOneTransactionAsync<DirectoryReceipt>(
            async (context, token) =>
            {
                if (await AccountGate.RoleOfAsync(context, actor, token) is not { } role || !DirectoryAccess.MayDelete(role))
                {
                    return new(DeskAnswer.NotAllowed);
                }

                if (await DirectoryShelf.Of(kind).ReadAsync(context, code, token) is not { } held)
                {
                    return new(await DirectoryHistory.NumberAsync(context, kind, code, token) > 0 ? DeskAnswer.DoneBefore : DeskAnswer.NotFound);
                }

                if (StateOf(held) != state)
                {
                    return new(DeskAnswer.Stale, new DirectoryReceipt(code, [], held, StateOf(held)));
                }

                if ((await DirectoryUses.OfAsync(context, kind, code, token)).Count > 0)
                {
                    return new(DeskAnswer.NotNow);
                }

                await DirectoryHistory.RemoveAsync(context, kind, code, actor.AccountId, note, Now, token);
                return new(DeskAnswer.Done, new DirectoryReceipt(code, []));
            },
            cancellation
        );

    /// <summary>What merging an entry into another would touch.</summary>
    public async Task<DeskResult<DirectoryMerge>> PreviewMergeAsync(
        Actor actor,
        DirectoryKind kind,
        string code,
        string into,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is not { } role || !DirectoryAccess.MayMerge(role, kind))
        {
            return new(DeskAnswer.NotAllowed);
        }

        var shelf = DirectoryShelf.Of(kind);
        if (await shelf.ReadAsync(context, code, cancellation) is not { } held)
        {
            return new(DeskAnswer.NotFound);
        }

        return code == into || await shelf.ReadAsync(context, into, cancellation) is not { } kept
            ? new(DeskAnswer.Invalid)
            : new(
                DeskAnswer.Done,
                new DirectoryMerge(kind, code, into, held, kept, StateOf(held)!, await DirectoryUses.OfAsync(context, kind, code, cancellation))
            );
    }

    /// <summary>
    /// Lets another entry take the place of one: its code and its address lead there, what is being written is rewritten, and published revisions
    /// stay as they are and are read with the other.
    /// </summary>
    public Task<DeskResult<DirectoryReceipt>> MergeAsync(
        Actor actor,
        DirectoryKind kind,
        string code,
        string into,
        string state,
        CancellationToken cancellation
    ) =>
        contexts.InOneTransactionAsync<DirectoryReceipt>(
            async (context, token) =>
            {
                if (await AccountGate.RoleOfAsync(context, actor, token) is not { } role || !DirectoryAccess.MayMerge(role, kind))
                {
                    return new(DeskAnswer.NotAllowed);
                }

                if (await context.ReplacedCodes.AnyAsync(r => r.Kind == kind && r.Code == code && r.NewCode == into, token))
                {
                    return new(DeskAnswer.DoneBefore, new DirectoryReceipt(into, []));
                }

                var shelf = DirectoryShelf.Of(kind);
                if (await shelf.ReadAsync(context, code, token) is not { } held)
                {
                    return new(DeskAnswer.NotFound);
                }

                if (StateOf(held) != state)
                {
                    return new(DeskAnswer.Stale, new DirectoryReceipt(code, [], held, StateOf(held)));
                }

                if (code == into || await shelf.ReadAsync(context, into, token) is null)
                {
                    return new(DeskAnswer.Invalid);
                }

                foreach (var earlier in await context.ReplacedCodes.Where(r => r.Kind == kind && r.NewCode == code).ToListAsync(token))
                {
                    earlier.NewCode = into;
                }

                context.Add(
                    new ReplacedCode
                    {
                        Kind = kind,
                        Code = code,
                        NewCode = into,
                    }
                );
                await RewriteDraftsAsync(context, actor, kind, code, into, token);
                if (kind == DirectoryKind.Source)
                {
                    await RewriteEntriesAsync(context, actor, code, into, token);
                }

                await DirectoryHistory.RemoveAsync(context, kind, code, actor.AccountId, $"→ {into}", Now, token);
                AuditTrail.Record(context, Now, actor.AccountId, "directory.merge", $"directory.{kind}", code, reason: into);
                return new(DeskAnswer.Done, new DirectoryReceipt(into, []));
            },
            cancellation
        );

    private async Task<DeskResult<DirectoryReceipt>> WriteAsync(
        Actor actor,
        DirectoryKind kind,
        string document,
        string? note,
        Func<AccountRole, bool> may,
        Func<PortalDbContext, string, string, CancellationToken, Task<DeskResult<DirectoryReceipt>?>> refuse,
        CancellationToken cancellation
    )
    {
        var why = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (why is { Length: > AuditEntry.ReasonMaxLength })
        {
            return new(DeskAnswer.Invalid);
        }

        return await contexts.InOneTransactionAsync<DirectoryReceipt>(
            async (context, token) =>
            {
                if (await AccountGate.RoleOfAsync(context, actor, token) is not { } role || !may(role))
                {
                    return new(DeskAnswer.NotAllowed);
                }

                var shelf = DirectoryShelf.Of(kind);
                string code;
                string written;
                IReadOnlyList<ExchangeFault> faults;
                try
                {
                    (code, written) = (shelf.CodeOf(document), shelf.Same(document));
                    faults = ExchangeChecks.Check(await shelf.SetOfAsync(context, document, token), qualities);
                }
                catch (JsonException e)
                {
                    return new(
                        DeskAnswer.HasFaults,
                        new DirectoryReceipt(null, [new ExchangeFault("", (e.Path ?? "").TrimStart('$', '.'), FaultKind.Unreadable)])
                    );
                }

                if (faults.Count > 0)
                {
                    return new(DeskAnswer.HasFaults, new DirectoryReceipt(code, faults));
                }

                if (await refuse(context, code, written, token) is { } refused)
                {
                    return refused;
                }

                await DirectoryHistory.WriteAsync(context, kind, written, actor.AccountId, why, Now, token);
                return new(DeskAnswer.Done, new DirectoryReceipt(code, []));
            },
            cancellation
        );
    }

    /// <summary>As one more edit of each draft, so that whoever has it open is told.</summary>
    private async Task RewriteDraftsAsync(
        PortalDbContext context,
        Actor actor,
        DirectoryKind kind,
        string code,
        string into,
        CancellationToken cancellation
    )
    {
        foreach (var (draft, document, places) in await DirectoryUses.DraftsAsync(context, kind, code, cancellation))
        {
            var steps = places.Select(p => new DraftChange(DraftEditKind.Set, p.Path, JsonValue.Create(code), JsonValue.Create(into), null)).ToList();
            foreach (var place in places)
            {
                place.Write(into);
            }

            var open = await context.DraftConflicts.Where(c => c.DraftId == draft.Id && c.Choice == null).ToListAsync(cancellation);
            var fall = await DraftLog.TakeAsync(context, draft, (JsonObject)document, steps, open, actor.AccountId, Now, cancellation);
            DraftLog.RecordFall(context, draft.GuideId, fall, actor.AccountId, Now);
        }
    }

    private async Task RewriteEntriesAsync(PortalDbContext context, Actor actor, string code, string into, CancellationToken cancellation)
    {
        foreach (var (kind, entry) in await DirectoryUses.CitingAsync(context, code, cancellation))
        {
            var document = JsonNode.Parse((await DirectoryShelf.Of(kind).ReadAsync(context, entry, cancellation))!)!;
            document["source"] = into;
            await DirectoryHistory.WriteAsync(context, kind, document.ToJsonString(), actor.AccountId, $"{code} → {into}", Now, cancellation);
        }
    }

    private static bool Has(DirectoryLine line, string[] words)
    {
        var said = LanguageWords.Fold($"{line.Code} {line.Name} {line.Detail}");
        return words.All(w => said.Contains(w, StringComparison.Ordinal));
    }

    private static string? StateOf(string? document) =>
        document is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)))[..16];
}
