using System.Text.Json.Nodes;
using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Catalogue;

/// <summary>
/// Brings an edition of the catalogues into the store in one transaction: what is new is added, what differs is revised, what is listed no longer
/// keeps its address, which leads to what replaces it.
/// </summary>
public sealed class CatalogueImport(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    private const string Scheme = "rome";

    public Task<CatalogueReport> ApplyAsync(CatalogueEdition edition, CancellationToken cancellation) => RunAsync(edition, keep: true, cancellation);

    /// <summary>Tells what an import would do, and stores nothing.</summary>
    public Task<CatalogueReport> RehearseAsync(CatalogueEdition edition, CancellationToken cancellation) =>
        RunAsync(edition, keep: false, cancellation);

    /// <summary>Takes the shipped pack into a store that has no catalogue; null where it has one.</summary>
    public async Task<CatalogueReport?> FillEmptyStoreAsync(CancellationToken cancellation)
    {
        if (await IsFilledAsync(cancellation))
        {
            return null;
        }

        try
        {
            return await ApplyAsync(CataloguePack.ReadShipped(), cancellation);
        }
        catch (DuplicateRowException)
        {
            // Another node started at the same moment and was faster.
            if (await IsFilledAsync(cancellation))
            {
                return null;
            }

            throw;
        }
    }

    private async Task<bool> IsFilledAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.CatalogueOccupations.AnyAsync(cancellation);
    }

    private Task<CatalogueReport> RunAsync(CatalogueEdition edition, bool keep, CancellationToken cancellation) =>
        contexts.InTransactionAsync(
            async (context, token) =>
            {
                // Told by hand what changed: thousands of rows are not compared at every save.
                context.ChangeTracker.AutoDetectChangesEnabled = false;
                var (occupations, changes) = await TakeOccupationsAsync(context, edition, token);
                await SaveAsync(context, token);
                var terms = await TakeTermsAsync(context, edition.Terms, token);
                await SaveAsync(context, token);
                var places = await TakePlacesAsync(context, edition, token);
                await SaveAsync(context, token);
                var (texts, heldBack) = await TakeTextsAsync(context, edition.Texts, token);
                await SaveAsync(context, token);
                var wasTouched = changes.Count > 0 || Touches(terms) || Touches(places) || Touches(texts);
                var sources = await TakeSourcesAsync(context, edition.Sources, wasTouched, token);
                await SaveAsync(context, token);
                return new CatalogueReport
                {
                    Occupations = occupations,
                    Terms = terms,
                    Places = places,
                    Texts = texts,
                    HeldBack = heldBack,
                    Sources = sources,
                    Changes = [.. changes.OrderBy(c => c.Code, StringComparer.Ordinal)],
                };
            },
            _ => keep,
            cancellation
        );

    private static bool Touches(CatalogueCount count) => count is not { Added: 0, Revised: 0, Gone: 0 };

    private static async Task SaveAsync(PortalDbContext context, CancellationToken cancellation)
    {
        context.ChangeTracker.DetectChanges();
        await context.SaveChangesAsync(cancellation);
        context.ChangeTracker.Clear();
    }

    private async Task<(CatalogueCount Count, List<CatalogueChange> Changes)> TakeOccupationsAsync(
        PortalDbContext context,
        CatalogueEdition edition,
        CancellationToken cancellation
    )
    {
        var held = await context.CatalogueOccupations.ToDictionaryAsync(o => o.Code, StringComparer.Ordinal, cancellation);
        var codes = await context.CatalogueCodes.Where(c => c.Scheme == Scheme).ToDictionaryAsync(c => c.Code, StringComparer.Ordinal, cancellation);
        var slugs = held.Values.Select(o => o.Slug).Concat(codes.Values.Select(c => c.Slug ?? "")).ToHashSet(StringComparer.Ordinal);
        var changes = new List<CatalogueChange>();
        var unchanged = 0;
        foreach (var listed in edition.Occupations)
        {
            if (!held.TryGetValue(listed.Code, out var occupation))
            {
                context.Add(
                    new CatalogueOccupation
                    {
                        Code = listed.Code,
                        Slug = CatalogueSlug.For(listed, slugs),
                        Facts = listed.Facts,
                        Edition = edition.Name,
                    }
                );
                changes.Add(new CatalogueChange(listed.Code, listed.Facts.Masculine, CatalogueChangeKind.Added));
                continue;
            }

            var facts = DifferentFacts(occupation.Facts, listed.Facts);
            if (facts.Count == 0 && occupation.GoneUtc is null)
            {
                unchanged++;
            }
            else
            {
                changes.Add(
                    new CatalogueChange(
                        listed.Code,
                        listed.Facts.Masculine,
                        occupation.GoneUtc is null ? CatalogueChangeKind.Revised : CatalogueChangeKind.Returned
                    )
                    {
                        Facts = facts,
                    }
                );
                occupation.List(listed.Facts, edition.Name);
            }

            if (codes.TryGetValue(listed.Code, out var returned))
            {
                context.Remove(returned);
            }
        }

        TakeLeave(context, edition, held, codes, changes);
        var kinds = changes.CountBy(c => c.Kind).ToDictionary();
        return (
            new CatalogueCount(
                kinds.GetValueOrDefault(CatalogueChangeKind.Added),
                kinds.GetValueOrDefault(CatalogueChangeKind.Revised) + kinds.GetValueOrDefault(CatalogueChangeKind.Returned),
                unchanged,
                kinds.GetValueOrDefault(CatalogueChangeKind.Gone)
            ),
            changes
        );
    }

    /// <summary>What the edition no longer lists keeps its row and its address, which lead to what replaces it.</summary>
    private void TakeLeave(
        PortalDbContext context,
        CatalogueEdition edition,
        Dictionary<string, CatalogueOccupation> held,
        Dictionary<string, CatalogueCode> codes,
        List<CatalogueChange> changes
    )
    {
        var listed = edition.Occupations.Select(o => o.Code).ToHashSet(StringComparer.Ordinal);
        var said = edition.Replacements.ToDictionary(r => r.Code, r => r.ReplacedBy, StringComparer.Ordinal);
        Dictionary<string, string>? owners = null;
        foreach (var gone in held.Values.Where(o => !listed.Contains(o.Code)).OrderBy(o => o.Code, StringComparer.Ordinal))
        {
            var replacedBy = said.GetValueOrDefault(gone.Code) ?? HeirOf(gone);
            if (codes.TryGetValue(gone.Code, out var code))
            {
                if (replacedBy is not null && code.ReplacedBy != replacedBy)
                {
                    code.ReplacedBy = replacedBy;

                    // Whoever follows the catalogue is told of the new heir.
                    gone.Leave(gone.GoneUtc ?? time.GetUtcNow().UtcDateTime);
                    changes.Add(new CatalogueChange(gone.Code, gone.Facts.Masculine, CatalogueChangeKind.Gone, replacedBy));
                }

                continue;
            }

            context.Add(
                new CatalogueCode
                {
                    Scheme = Scheme,
                    Code = gone.Code,
                    ReplacedBy = replacedBy,
                    Slug = gone.Slug,
                    Edition = edition.Name,
                }
            );
            gone.Leave(time.GetUtcNow().UtcDateTime);
            changes.Add(new CatalogueChange(gone.Code, gone.Facts.Masculine, CatalogueChangeKind.Gone, replacedBy));
        }

        // Where the edition does not say: the occupation to which most of its names went.
        string? HeirOf(CatalogueOccupation gone)
        {
            owners ??= edition
                .Occupations.SelectMany(o => o.Facts.Names.Select(n => (n.Code, Owner: o.Code)).Append((o.Facts.NameCode, Owner: o.Code)))
                .Where(n => n.Item1.Length > 0)
                .GroupBy(n => n.Item1, n => n.Owner, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
            return gone
                .Facts.Names.Select(n => n.Code)
                .Append(gone.Facts.NameCode)
                .Select(n => owners.GetValueOrDefault(n))
                .OfType<string>()
                .CountBy(o => o)
                .OrderByDescending(o => o.Value)
                .ThenBy(o => o.Key, StringComparer.Ordinal)
                .Select(o => o.Key)
                .FirstOrDefault();
        }
    }

    private static List<string> DifferentFacts(CatalogueFacts was, CatalogueFacts now)
    {
        var (before, after) = (StoredJson.Write(was), StoredJson.Write(now));
        if (before == after)
        {
            return [];
        }

        var (a, b) = (JsonNode.Parse(before)!.AsObject(), JsonNode.Parse(after)!.AsObject());
        return [.. a.Select(p => p.Key).Union(b.Select(p => p.Key)).Where(key => !JsonNode.DeepEquals(a[key], b[key])).Order(StringComparer.Ordinal)];
    }

    private static async Task<CatalogueCount> TakeTermsAsync(PortalDbContext context, IReadOnlyList<ListedTerm> terms, CancellationToken cancellation)
    {
        var held = await context.CatalogueTerms.ToDictionaryAsync(t => (t.Kind, t.Code), cancellation);
        return Take(
            context,
            terms,
            held,
            t => (t.Kind, t.Code),
            t => new CatalogueTerm
            {
                Kind = t.Kind,
                Code = t.Code,
                Label = t.Label,
                Group = t.Group,
            },
            (term, t) => term.Label == t.Label && term.Group == t.Group,
            (term, t) => (term.Label, term.Group) = (t.Label, t.Group)
        );
    }

    /// <summary>Places are only taken where the edition has any.</summary>
    private static async Task<CatalogueCount> TakePlacesAsync(PortalDbContext context, CatalogueEdition edition, CancellationToken cancellation)
    {
        if (edition.Municipalities.Count == 0)
        {
            return default;
        }

        var municipalities = Take(
            context,
            edition.Municipalities,
            await context.Municipalities.ToDictionaryAsync(m => m.Nis, StringComparer.Ordinal, cancellation),
            m => m.Nis,
            m => new Municipality
            {
                Nis = m.Nis,
                French = m.French,
                Dutch = m.Dutch,
                Province = m.Province,
                Region = m.Region,
                Postcode = m.Postcode,
                Aliases = [.. m.Aliases],
            },
            (row, m) =>
                (row.French, row.Dutch, row.Province, row.Region, row.Postcode) == (m.French, m.Dutch, m.Province, m.Region, m.Postcode)
                && row.Aliases.SequenceEqual(m.Aliases),
            (row, m) =>
            {
                (row.French, row.Dutch, row.Province, row.Region, row.Postcode) = (m.French, m.Dutch, m.Province, m.Region, m.Postcode);
                row.Aliases = [.. m.Aliases];
            }
        );
        var localities = Take(
            context,
            edition.Localities,
            await context.Localities.ToDictionaryAsync(l => (l.Postcode, l.Name), cancellation),
            l => (l.Postcode, l.Name),
            l => new Locality
            {
                Postcode = l.Postcode,
                Name = l.Name,
                Longitude = l.Longitude,
                Latitude = l.Latitude,
                Nis = l.Nis,
            },
            (row, l) => (row.Longitude, row.Latitude, row.Nis) == (l.Longitude, l.Latitude, l.Nis),
            (row, l) => (row.Longitude, row.Latitude, row.Nis) = (l.Longitude, l.Latitude, l.Nis)
        );
        return new CatalogueCount(
            municipalities.Added + localities.Added,
            municipalities.Revised + localities.Revised,
            municipalities.Unchanged + localities.Unchanged,
            municipalities.Gone + localities.Gone
        );
    }

    /// <summary>Texts are only taken where the edition has any: the pack leaves those of an operator alone.</summary>
    private static async Task<(CatalogueCount Count, int HeldBack)> TakeTextsAsync(
        PortalDbContext context,
        IReadOnlyList<ListedText>? texts,
        CancellationToken cancellation
    )
    {
        if (texts is null)
        {
            return default;
        }

        var given = texts.Select(t => (t.Code, t.Kind, t.Text, HeldBackFor: FranceWords.In(t.Text))).ToList();
        var count = Take(
            context,
            given,
            await context.CatalogueTexts.ToDictionaryAsync(t => (t.OccupationCode, t.Kind), cancellation),
            t => (t.Code, t.Kind),
            t => new CatalogueText
            {
                OccupationCode = t.Code,
                Kind = t.Kind,
                Text = t.Text,
                HeldBackFor = t.HeldBackFor,
            },
            (row, t) => row.Text == t.Text && row.HeldBackFor == t.HeldBackFor,
            (row, t) => (row.Text, row.HeldBackFor) = (t.Text, t.HeldBackFor)
        );
        return (count, given.Count(t => t.HeldBackFor is not null));
    }

    private async Task<CatalogueCount> TakeSourcesAsync(
        PortalDbContext context,
        IReadOnlyList<ListedSource> sources,
        bool wasTouched,
        CancellationToken cancellation
    )
    {
        var now = time.GetUtcNow().UtcDateTime;
        var held = await context.CatalogueSources.ToDictionaryAsync(s => s.Key, StringComparer.Ordinal, cancellation);
        var given = sources.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        var kept = held.Where(s => given.Contains(s.Key)).ToDictionary(StringComparer.Ordinal);
        return Take(
            context,
            sources,
            kept,
            s => s.Key,
            s => new CatalogueSource
            {
                Key = s.Key,
                Title = s.Title,
                Edition = s.Edition,
                Licence = s.Licence,
                Attribution = s.Attribution,
                Url = s.Url,
                Rows = s.Rows,
                ImportedUtc = now,
            },
            (row, s) =>
                !wasTouched
                && (row.Title, row.Edition, row.Licence, row.Attribution, row.Url, row.Rows)
                    == (s.Title, s.Edition, s.Licence, s.Attribution, s.Url, s.Rows),
            (row, s) =>
                (row.Title, row.Edition, row.Licence, row.Attribution, row.Url, row.Rows, row.ImportedUtc) = (
                    s.Title,
                    s.Edition,
                    s.Licence,
                    s.Attribution,
                    s.Url,
                    s.Rows,
                    now
                )
        );
    }

    /// <summary>Adds, revises and takes away rows until the store holds what is listed.</summary>
    private static CatalogueCount Take<TListed, TRow, TKey>(
        PortalDbContext context,
        IReadOnlyList<TListed> listed,
        Dictionary<TKey, TRow> held,
        Func<TListed, TKey> keyOf,
        Func<TListed, TRow> make,
        Func<TRow, TListed, bool> isSame,
        Action<TRow, TListed> revise
    )
        where TRow : class
        where TKey : notnull
    {
        var (added, revised, unchanged) = (0, 0, 0);
        foreach (var entry in listed)
        {
            if (!held.Remove(keyOf(entry), out var row))
            {
                context.Add(make(entry));
                added++;
            }
            else if (isSame(row, entry))
            {
                unchanged++;
            }
            else
            {
                revise(row, entry);
                revised++;
            }
        }

        context.RemoveRange(held.Values);
        return new CatalogueCount(added, revised, unchanged, held.Count);
    }
}
