using System.Globalization;
using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>
/// Guides out and in by files, for people. What comes in is shown before it is taken, and comes into drafts alone: as the changes that a
/// colleague would have made who began from the same state, so that nothing is written over and where both changed the same both are kept.
/// </summary>
public sealed class GuideExchange(
    IDbContextFactory<PortalDbContext> contexts,
    DraftDesk drafts,
    TranslationDesk translations,
    ExchangeExport export,
    TimeProvider time
)
{
    /// <summary>Guides that are taken in at once.</summary>
    public const int MostGuides = 200;

    private const int MostRevisions = 20;

    /// <summary>What of a guide this person may take out and bring in.</summary>
    public async Task<DeskResult<ExchangeOffer>> OfferAsync(Actor actor, int guideId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await GuideAccess.AskAsync(context, actor, guideId, GuideAction.See, cancellation) is var answer and not DeskAnswer.Done)
        {
            return new(answer);
        }

        var mayRead = await GuideAccess.AskAsync(context, actor, guideId, GuideAction.ReadDraft, cancellation) == DeskAnswer.Done;
        var mayWrite = await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Edit, cancellation) == DeskAnswer.Done;
        var guide = await context.Guides.AsNoTracking().Include(g => g.Occupation.Titles).SingleAsync(g => g.Id == guideId, cancellation);
        var hasDraft = await context.Drafts.AnyAsync(d => d.GuideId == guideId, cancellation);
        var isTranslation =
            guide.Language != Languages.Default
            && await context.Guides.AnyAsync(
                g => g.OccupationId == guide.OccupationId && g.Language == Languages.Default && g.PublishedRevisionId != null,
                cancellation
            );
        var revisions = mayRead
            ? await context
                .Revisions.Where(r => r.GuideId == guideId)
                .OrderByDescending(r => r.Number)
                .Take(MostRevisions)
                .Select(r => new
                {
                    r.Id,
                    r.Number,
                    r.CreatedUtc,
                })
                .ToListAsync(cancellation)
            : [];
        return new(
            DeskAnswer.Done,
            new ExchangeOffer(
                guideId,
                NameOf(guide.Occupation),
                guide.Language,
                guide.Slug,
                guide.PublishedRevisionId is not null,
                hasDraft && mayRead,
                mayWrite,
                isTranslation && mayWrite,
                [.. revisions.Select(r => (r.Id, r.Number, r.CreatedUtc))]
            )
        );
    }

    /// <summary>A guide as it travels: what readers see, or its draft. A draft that holds what cannot be read does not travel.</summary>
    public async Task<DeskResult<GuideFile>> GuideAsync(Actor actor, int guideId, bool isDraft, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var action = isDraft ? GuideAction.ReadDraft : GuideAction.See;
        if (await GuideAccess.AskAsync(context, actor, guideId, action, cancellation) is var answer and not DeskAnswer.Done)
        {
            return new(answer);
        }

        var guide = await context
            .Guides.AsNoTracking()
            .Include(g => g.Occupation)
            .Include(g => g.PublishedRevision)
            .SingleAsync(g => g.Id == guideId, cancellation);
        if (!isDraft)
        {
            return guide.PublishedRevision is { } published
                ? new(DeskAnswer.Done, ExchangeForms.Of(guide.Occupation.Code, guide.Language, guide.Slug, published.Read()))
                : new(DeskAnswer.NotNow);
        }

        var draft = await drafts.ReadAsync(actor, guideId, cancellation);
        if (draft.Value is not { } open)
        {
            return new(draft.Answer);
        }

        var (document, unreadable) = DraftReading.Read(open.Document);
        var file = ExchangeForms.Of(guide.Occupation.Code, guide.Language, guide.Slug, document);
        return new(unreadable.Count == 0 ? DeskAnswer.Done : DeskAnswer.HasFaults, file);
    }

    /// <summary>Everything that readers get, in one archive; the same content always gives the same bytes.</summary>
    public async Task<DeskResult<byte[]>> AllAsync(Actor actor, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await AccountGate.RoleOfAsync(context, actor, cancellation) is null
            ? new(DeskAnswer.NotAllowed)
            : new(DeskAnswer.Done, ExchangeArchive.Write(ExchangeFolder.TextsOf(await export.ReadAsync(cancellation))));
    }

    /// <summary>The names of the codes that a guide holds, by what they lead to.</summary>
    public async Task<IReadOnlyDictionary<(GuideReferenceKind Kind, string Code), string>> NamesAsync(
        GuideContent content,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var codes = GuideReferences.Of(content).ToLookup(r => r.Kind, r => r.Code);
        var (sources, centres) = (Of(GuideReferenceKind.Source), Of(GuideReferenceKind.Centre));
        var (zones, platforms) = (Of(GuideReferenceKind.Zone), Of(GuideReferenceKind.Platform));
        var occupations = Of(GuideReferenceKind.Occupation);
        var names = new Dictionary<(GuideReferenceKind Kind, string Code), string>();
        foreach (var source in await context.Sources.AsNoTracking().Where(s => sources.Contains(s.Code)).ToListAsync(cancellation))
        {
            names[(GuideReferenceKind.Source, source.Code)] = source.Title;
        }

        foreach (var centre in await context.TrainingCentres.AsNoTracking().Where(c => centres.Contains(c.Code)).ToListAsync(cancellation))
        {
            names[(GuideReferenceKind.Centre, centre.Code)] = centre.Name;
        }

        foreach (var zone in await context.JobZones.AsNoTracking().Where(z => zones.Contains(z.Code)).ToListAsync(cancellation))
        {
            names[(GuideReferenceKind.Zone, zone.Code)] = zone.Name.In(Languages.Default);
        }

        foreach (var platform in await context.Platforms.AsNoTracking().Where(p => platforms.Contains(p.Code)).ToListAsync(cancellation))
        {
            names[(GuideReferenceKind.Platform, platform.Code)] = platform.Name;
        }

        foreach (
            var occupation in await context
                .Occupations.AsNoTracking()
                .Include(o => o.Titles)
                .Where(o => occupations.Contains(o.Code))
                .ToListAsync(cancellation)
        )
        {
            names[(GuideReferenceKind.Occupation, occupation.Code)] = NameOf(occupation).Inclusive;
        }

        return names;

        List<string> Of(GuideReferenceKind kind) => [.. codes[kind].Distinct()];
    }

    /// <summary>The sheet of a translation for those who translate in a spreadsheet.</summary>
    public async Task<DeskResult<byte[]>> SheetAsync(Actor actor, int guideId, CancellationToken cancellation)
    {
        var view = await translations.ReadAsync(actor, guideId, cancellation);
        return view.Value is { } shown
            ? new(
                DeskAnswer.Done,
                TranslationSheet.Write(
                    shown
                        .Sections.SelectMany(s => s.Fields)
                        .Select(f => new SheetRow(f.Path, f.Original, f.Translation ?? "", TranslationSheet.MarkOf(f.Translation)))
                )
            )
            : new(view.Answer);
    }

    /// <summary>Tells what files of guides would do, and stores nothing; <paramref name="baseRevisionId"/> is the state from which one file began.</summary>
    public async Task<DeskResult<IReadOnlyList<ImportPreview>>> RehearseAsync(
        Actor actor,
        IReadOnlyDictionary<string, GuideFile> files,
        int? baseRevisionId,
        CancellationToken cancellation
    )
    {
        if (files.Count > MostGuides)
        {
            return new(DeskAnswer.Invalid);
        }

        if (!await MayAsync(actor, cancellation))
        {
            return new(DeskAnswer.NotAllowed);
        }

        var previews = new List<ImportPreview>();
        foreach (var (name, file) in files)
        {
            previews.Add((await PrepareAsync(actor, name, file, baseRevisionId, cancellation)).Preview);
        }

        return new(DeskAnswer.Done, previews);
    }

    /// <summary>
    /// Takes files of guides into drafts: each file whole or not at all, and each once for a number that its form bears.
    /// </summary>
    public async Task<DeskResult<IReadOnlyList<ImportPreview>>> TakeAsync(
        Actor actor,
        IReadOnlyDictionary<string, GuideFile> files,
        int? baseRevisionId,
        Guid tabId,
        CancellationToken cancellation
    )
    {
        if (files.Count > MostGuides || tabId == Guid.Empty)
        {
            return new(DeskAnswer.Invalid);
        }

        if (!await MayAsync(actor, cancellation))
        {
            return new(DeskAnswer.NotAllowed);
        }

        var taken = new List<ImportPreview>();
        foreach (var (name, file) in files)
        {
            var (preview, _) = await PrepareAsync(actor, name, file, baseRevisionId, cancellation);
            if (preview.State == ImportState.New)
            {
                var begun = await BeginAsync(actor, file, cancellation);
                taken.Add(begun.IsDone ? preview with { GuideId = begun.Value } : preview with { State = ImportState.NotAllowed });
            }
            else if (preview is { State: ImportState.Changes, GuideId: { } guideId })
            {
                // Items have their names once the draft is there: what the file changes is told by them.
                var opened = await drafts.OpenAsync(actor, guideId, tabId, cancellation);
                (preview, var changes) = opened.IsDone ? await PrepareAsync(actor, name, file, baseRevisionId, cancellation) : (preview, []);
                var answer =
                    opened.IsDone && preview.CanBeTaken ? await ApplyAsync(actor, guideId, tabId, changes, cancellation)
                    : opened.IsDone ? DeskAnswer.Done
                    : opened.Answer;
                taken.Add(
                    answer == DeskAnswer.Done ? preview
                    : answer is DeskAnswer.Invalid or DeskAnswer.InConflict ? TooLarge(preview, [new ImportFault(ImportFaultKind.Value, "", 0, 0)])
                    : preview with { State = ImportState.NotAllowed }
                );
            }
            else
            {
                taken.Add(preview);
            }
        }

        return new(DeskAnswer.Done, taken);
    }

    private async Task<bool> MayAsync(Actor actor, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await AccountGate.AllowsAsync(context, actor, AccountRole.Author, cancellation);
    }

    /// <summary>Tells what a sheet would do to a translation, and stores nothing.</summary>
    public async Task<DeskResult<ImportPreview>> RehearseSheetAsync(
        Actor actor,
        int guideId,
        string name,
        IReadOnlyList<SheetRow> rows,
        CancellationToken cancellation
    )
    {
        var view = await translations.ReadAsync(actor, guideId, cancellation);
        return view.Value is { } shown ? new(DeskAnswer.Done, Compare(name, rows, shown).Preview) : new(view.Answer);
    }

    /// <summary>Takes a sheet into the draft of a translation.</summary>
    public async Task<DeskResult<ImportPreview>> TakeSheetAsync(
        Actor actor,
        int guideId,
        string name,
        IReadOnlyList<SheetRow> rows,
        Guid tabId,
        CancellationToken cancellation
    )
    {
        var view = await translations.ReadAsync(actor, guideId, cancellation);
        if (view.Value is not { } shown)
        {
            return new(view.Answer);
        }

        var (preview, texts) = Compare(name, rows, shown);
        if (preview.State == ImportState.TooLarge)
        {
            return new(DeskAnswer.Invalid, preview);
        }

        var written = await translations.WriteAsync(actor, guideId, tabId, shown.OriginalRevisionId, texts, cancellation);
        return new(written.Answer, preview);
    }

    private static OccupationName NameOf(Occupation occupation)
    {
        var title = occupation.Titles.First(t => t.Language == Languages.Default);
        return new OccupationName(title.Language, title.Masculine, title.Feminine);
    }

    /// <summary>
    /// Finds each row's place: at its address while the original says the same there, otherwise where the original says it now, if in one place
    /// alone.
    /// </summary>
    private static (ImportPreview Preview, IReadOnlyList<TranslatedText> Texts) Compare(
        string name,
        IReadOnlyList<SheetRow> rows,
        TranslationView shown
    )
    {
        var fields = shown.Sections.SelectMany(s => s.Fields).ToList();
        var byPath = fields.ToDictionary(f => f.Path, StringComparer.Ordinal);
        var byText = fields.ToLookup(f => TranslationSheet.Lines(f.Original), StringComparer.Ordinal);
        var (changes, texts, lost, taken) = (
            new List<ImportChange>(),
            new List<TranslatedText>(),
            new List<int>(),
            new HashSet<string>(StringComparer.Ordinal)
        );
        foreach (var row in rows)
        {
            var original = TranslationSheet.Lines(row.Original);
            var field =
                byPath.TryGetValue(row.Path, out var there) && TranslationSheet.Lines(there.Original) == original ? there
                : byText[original].ToList() is [var only] ? only
                : null;
            var (now, then) = (TranslationSheet.Lines(field?.Translation ?? ""), TranslationSheet.Lines(row.Translation));
            if (field?.DraftPath is null || !taken.Add(field.Path))
            {
                if (then.Length > 0)
                {
                    lost.Add(row.Line);
                }

                continue;
            }

            if (now == then || then.Length == 0 && row.Mark.Length == 0)
            {
                continue;
            }

            var isFresh = TranslationSheet.MarkOf(now) == row.Mark || now.Length == 0;
            if (!isFresh && TranslationSheet.MarkOf(then) == row.Mark)
            {
                // The sheet left the text as it was; a colleague has not.
                continue;
            }

            changes.Add(new ImportChange(DraftEditKind.Set, field.Path, now, then, !isFresh));
            texts.Add(new TranslatedText(field.Path, field.DraftPath, isFresh ? field.Translation : null, then));
        }

        var tooLong = changes
            .Where(c => c.Then?.Length > DraftLimits.TextLength)
            .Select(c => new ImportFault(ImportFaultKind.Letters, c.Path, c.Then!.Length, DraftLimits.TextLength))
            .ToList();
        var preview = new ImportPreview(name, changes.Count > 0 ? ImportState.Changes : ImportState.Unchanged)
        {
            GuideId = shown.GuideId,
            Name = shown.Name,
            Language = shown.Language,
            Changes = changes,
            LostLines = lost,
        };
        return (tooLong.Count > 0 ? TooLarge(preview, tooLong) : preview, texts);
    }

    private static JsonObject Plain(GuideDocument document) => (JsonObject)JsonNode.Parse(GuideDocuments.Write(document))!;

    private static string? Shown(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text
        : node is null ? null
        : string.Join(" · ", Json.TextsOf(DraftForm.Plain(node)).Where(t => t.Length > 0)) is { Length: > 0 } texts ? texts
        : node.ToJsonString();

    private async Task<(ImportPreview Preview, IReadOnlyList<DraftChange> Changes)> PrepareAsync(
        Actor actor,
        string name,
        GuideFile file,
        int? baseRevisionId,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var occupation = await context
            .Occupations.AsNoTracking()
            .Include(o => o.Titles)
            .SingleOrDefaultAsync(o => o.Code == file.Occupation, cancellation);
        if (occupation is null || !Languages.Knows(file.Language))
        {
            return (new ImportPreview(name, ImportState.UnknownOccupation) { Language = file.Language }, []);
        }

        var preview = new ImportPreview(name, ImportState.Unchanged) { Name = NameOf(occupation), Language = file.Language };
        var guide = await context
            .Guides.AsNoTracking()
            .Include(g => g.PublishedRevision)
            .SingleOrDefaultAsync(g => g.OccupationId == occupation.Id && g.Language == file.Language, cancellation);
        if (guide is null)
        {
            var mayBegin = await AccountGate.RoleOfAsync(context, actor, cancellation) is not null;
            var isTaken =
                !Slug.TryParse(file.Slug, out _)
                || await context.Guides.AnyAsync(g => g.Language == file.Language && g.Slug == file.Slug, cancellation);
            var tooMuch = DraftFit.Of(Plain(file.ToDocument()));
            return (
                !mayBegin ? preview with { State = ImportState.NotAllowed }
                : isTaken ? preview with { State = ImportState.AddressTaken }
                : tooMuch.Count > 0 ? TooLarge(preview, tooMuch)
                : preview with { State = ImportState.New },
                []
            );
        }

        if (await GuideAccess.AskAsync(context, actor, guide.Id, GuideAction.Edit, cancellation) != DeskAnswer.Done)
        {
            return (preview with { State = ImportState.NotAllowed }, []);
        }

        var draft = await drafts.ReadAsync(actor, guide.Id, cancellation);
        if (draft.Value is not { } open)
        {
            return (preview with { State = ImportState.NotAllowed }, []);
        }

        var plain = Plain(file.ToDocument());
        if (DraftFit.Of(plain) is { Count: > 0 } large)
        {
            return (TooLarge(preview with { GuideId = guide.Id }, large), []);
        }

        var from = baseRevisionId is { } id
            ? await context.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.GuideId == guide.Id, cancellation)
            : guide.PublishedRevision;
        var began = from is null ? (JsonObject)open.Document.DeepClone() : (JsonObject)DraftChanges.NamedAs(open.Document, Plain(from.Read()))!;
        var brought = (JsonObject)DraftChanges.NamedAs(began, plain)!;
        var changes = DraftChanges.Between(began, brought).Where(c => !IsDone(open.Document, c)).ToList();
        if (DraftFit.Of(open.Document, changes, open.Conflicts) is { Count: > 0 } unfit)
        {
            return (TooLarge(preview with { GuideId = guide.Id }, unfit), []);
        }

        return (
            preview with
            {
                GuideId = guide.Id,
                State = changes.Count > 0 ? ImportState.Changes : ImportState.Unchanged,
                Changes =
                [
                    .. changes.Select(c => new ImportChange(
                        c.Kind,
                        c.Path,
                        Shown(c.Kind == DraftEditKind.Insert ? null : At(open.Document, c.Path)),
                        Shown(c.Kind == DraftEditKind.Move ? At(open.Document, c.Path) : c.After),
                        c.Kind is DraftEditKind.Set or DraftEditKind.Remove
                            && !Json.Same(DraftForm.Plain(At(open.Document, c.Path)), DraftForm.Plain(c.Before))
                    )),
                ],
            },
            changes
        );
    }

    private static ImportPreview TooLarge(ImportPreview preview, IReadOnlyList<ImportFault> faults) =>
        preview with
        {
            State = ImportState.TooLarge,
            Changes = [],
            Faults = faults,
        };

    /// <summary>Whether the draft has a change already.</summary>
    private static bool IsDone(JsonObject draft, DraftChange change) =>
        change.Kind switch
        {
            DraftEditKind.Set => Json.Same(At(draft, change.Path), change.After),
            DraftEditKind.Remove => At(draft, change.Path) is null,
            DraftEditKind.Insert => At(draft, change.Path) is JsonArray items
                && items.Any(i => Json.Same(DraftForm.Plain(i), DraftForm.Plain(change.After))),
            DraftEditKind.Move => At(draft, change.Path) is null,
            _ => false,
        };

    /// <summary>What stands at an address of a named document; of the item of a list of texts its value.</summary>
    private static JsonNode? At(JsonObject document, string path)
    {
        JsonNode? node = document;
        foreach (var name in path.Split('.'))
        {
            node = node switch
            {
                JsonObject members => members[name],
                JsonArray items => items.OfType<JsonObject>().FirstOrDefault(i => i[DraftForm.Id]?.GetValue<string>() == name),
                _ => null,
            };
        }

        return node is JsonObject item && item.ContainsKey(DraftForm.Value) ? item[DraftForm.Value] : node;
    }

    private async Task<DeskAnswer> ApplyAsync(
        Actor actor,
        int guideId,
        Guid tabId,
        IReadOnlyList<DraftChange> changes,
        CancellationToken cancellation
    )
    {
        var open = await drafts.OpenAsync(actor, guideId, tabId, cancellation);
        if (open.Value is not { } draft)
        {
            return open.Answer;
        }

        // The same form sent twice: what it brought is there.
        if (draft.TabSequence > 0)
        {
            return DeskAnswer.Done;
        }

        var applied = await drafts.ApplyAllAsync(actor, guideId, new DraftBatch(tabId, 1, changes, draft.Sequence), cancellation);
        return applied.IsDone ? DeskAnswer.Done : applied.Answer;
    }

    /// <summary>Begins a guide that there is none of yet, with the file as its draft.</summary>
    private Task<DeskResult<int>> BeginAsync(Actor actor, GuideFile file, CancellationToken cancellation) =>
        contexts.InOneTransactionAsync<int>(
            async (context, token) =>
            {
                if (await AccountGate.RoleOfAsync(context, actor, token) is null)
                {
                    return new DeskResult<int>(DeskAnswer.NotAllowed);
                }

                var now = time.GetUtcNow().UtcDateTime;
                var guide = new Guide
                {
                    Occupation = await context.Occupations.SingleAsync(o => o.Code == file.Occupation, token),
                    Language = file.Language,
                    Slug = file.Slug,
                };
                context.AddRange(
                    guide,
                    new Draft
                    {
                        Guide = guide,
                        Document = DraftForm.Name(Plain(file.ToDocument()))!.ToJsonString(),
                        ChangedUtc = now,
                        ChangedById = actor.AccountId,
                    }
                );
                await context.SaveChangesAsync(token);

                context.Add(new GuideCare { GuideId = guide.Id, OwnerId = actor.AccountId });
                var number = guide.Id.ToString(CultureInfo.InvariantCulture);
                AuditTrail.Record(context, now, actor.AccountId, "guide.import", "guide", number, [file.Language]);
                return new DeskResult<int>(DeskAnswer.Done, guide.Id);
            },
            cancellation
        );
}
