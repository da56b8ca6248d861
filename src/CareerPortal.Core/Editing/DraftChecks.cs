using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>Looks a draft over for whoever writes it: by the rules that publishing asks too, and beside what readers have.</summary>
public sealed class DraftChecks(IDbContextFactory<PortalDbContext> contexts, DraftDesk desk, GuideChecker checker)
{
    public async Task<DeskResult<DraftLook>> LookAsync(Actor actor, int guideId, CancellationToken cancellation)
    {
        var read = await desk.ReadAsync(actor, guideId, cancellation);
        if (read.Value is not { } draft || !read.IsDone)
        {
            return new DeskResult<DraftLook>(read.Answer);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var live = await context
            .Guides.Where(g => g.Id == guideId && g.PublishedRevision != null)
            .Select(g => new
            {
                g.PublishedRevision!.Id,
                g.PublishedRevision.Format,
                g.PublishedRevision.Document,
            })
            .FirstOrDefaultAsync(cancellation);
        var published = live is null ? null : JsonNode.Parse(GuideDocuments.Write(Revision.Read(live.Id, live.Format, live.Document)));
        var (document, unreadable) = DraftReading.Read(draft.Document);
        var found = await checker.CheckAsync(guideId, document, cancellation) ?? [];
        return new DeskResult<DraftLook>(DeskAnswer.Done, Over(draft, document, published, unreadable, found));
    }

    private static DraftLook Over(
        OpenDraft draft,
        GuideDocument document,
        JsonNode? published,
        IReadOnlyList<GuideFault> unreadable,
        IReadOnlyList<GuideFault> found
    )
    {
        List<GuideFault> faults =
        [
            .. unreadable,
            .. found
                .Select(f =>
                    f with
                    {
                        Path = NamedPaths.Of(draft.Document, f.Path),
                        Mend = f.Mend is { } mend ? mend with { Path = NamedPaths.Of(draft.Document, mend.Path) } : null,
                    }
                )
                .Where(f => !unreadable.Any(u => u.Path == f.Path)),
        ];
        var sections = GuideForm
            .Sections.Select(s => new SectionStanding(
                s.Id,
                faults.Where(f => f.Severity == FaultSeverity.Error && IsIn(s, f.Path)).Select(f => f.Path).Distinct().Count(),
                faults.Count(f => f.Severity == FaultSeverity.Warning && IsIn(s, f.Path)),
                s.Fields.All(f => IsEmpty(DraftPlaces.At(draft.Document, f.Path!))),
                s.Fields.Any(f => IsNeeded(f, document.Kind)),
                published is not null && s.Fields.Any(f => IsChanged(draft.Document, published, f.Path!)),
                draft.Conflicts.Count(c => IsIn(s, c.Path))
            ))
            .ToList();
        return new DraftLook(draft, sections, faults);
    }

    private static bool IsIn(FormSection section, string path) =>
        section.Fields.Any(f => path == f.Path || path.StartsWith($"{f.Path}.", StringComparison.Ordinal));

    private static bool IsNeeded(FormField field, GuideKind kind) =>
        field.Required
        || field.Need switch
        {
            PartNeed.InEveryGuide => true,
            PartNeed.InCompleteGuides or PartNeed.OnlyInCompleteGuides => kind == GuideKind.Complete,
            _ => false,
        };

    private static bool IsChanged(JsonObject draft, JsonNode published, string path)
    {
        var (here, there) = (DraftForm.Plain(DraftPlaces.At(draft, path)), DraftPlaces.At(published, path));
        return !(IsEmpty(here) && IsEmpty(there)) && !JsonNode.DeepEquals(WithoutNothing(here), WithoutNothing(there));
    }

    private static bool IsEmpty(JsonNode? node) =>
        node switch
        {
            null => true,
            JsonArray items => items.Count == 0,
            JsonObject members => members.All(m => m.Key == DraftForm.Id || IsEmpty(m.Value)),
            JsonValue value => value.TryGetValue<string>(out var text) && string.IsNullOrWhiteSpace(text),
            _ => false,
        };

    /// <summary>A member that says nothing may stand in a draft and be left out of what is published.</summary>
    private static JsonNode? WithoutNothing(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Where(m => m.Value is not null).Select(m => KeyValuePair.Create(m.Key, WithoutNothing(m.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(WithoutNothing)]),
            _ => node?.DeepClone(),
        };
}
