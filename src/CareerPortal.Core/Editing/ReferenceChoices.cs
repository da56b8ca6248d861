using System.Globalization;
using System.Text;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Qualities;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>What guides may refer to, by name for whoever chooses. Read once for each state of the content.</summary>
public sealed class ReferenceChoices
{
    /// <summary>The most that one search offers.</summary>
    public const int MostOffered = 20;

    private const ContentRealm Realms = ContentRealm.Guides | ContentRealm.Directories;

    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly QualityCatalogue _qualities;
    private readonly PerContent<IReadOnlyDictionary<GuideReferenceKind, IReadOnlyList<Entry>>> _entries;

    public ReferenceChoices(IDbContextFactory<PortalDbContext> contexts, ContentMark mark, QualityCatalogue qualities)
    {
        _contexts = contexts;
        _qualities = qualities;
        _entries = new(mark, Realms, ReadAsync);
    }

    /// <summary>What fits some words, the nearest first: whatever the accents and the order of the words.</summary>
    public async Task<IReadOnlyList<ReferenceChoice>> SearchAsync(
        GuideReferenceKind kind,
        string? words,
        string language,
        CancellationToken cancellation
    )
    {
        var asked = Plain(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. (await _entries.CurrentAsync(cancellation))[kind]
                .Where(e => e.IsOffered && asked.All(w => e.Searched.Contains(w, StringComparison.Ordinal)))
                .OrderBy(e => asked.Length == 0 || Plain(e.Name(language)).StartsWith(asked[0], StringComparison.Ordinal) ? 0 : 1)
                .ThenBy(e => e.Name(language), StringComparer.Create(CultureInfo.GetCultureInfo(language), ignoreCase: true))
                .ThenBy(e => e.Code, StringComparer.Ordinal)
                .Take(MostOffered)
                .Select(e => new ReferenceChoice(e.Code, e.Name(language), e.Detail)),
        ];
    }

    /// <summary>What a code is called; null where it leads nowhere.</summary>
    public async Task<string?> NameOfAsync(GuideReferenceKind kind, string code, string language, CancellationToken cancellation) =>
        (await _entries.CurrentAsync(cancellation))[kind].FirstOrDefault(e => e.Code == code)?.Name(language);

    /// <summary>Small letters without accents.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
            }
        }

        return plain.ToString();
    }

    private async Task<IReadOnlyDictionary<GuideReferenceKind, IReadOnlyList<Entry>>> ReadAsync()
    {
        await using var context = await _contexts.CreateDbContextAsync();
        var titles = await context
            .Set<OccupationTitle>()
            .AsNoTracking()
            .OrderBy(t => t.OccupationId)
            .ThenBy(t => t.Language)
            .Select(t => new
            {
                t.OccupationId,
                t.Language,
                t.Masculine,
                t.Feminine,
            })
            .ToListAsync();
        var occupations = await context
            .Occupations.AsNoTracking()
            .OrderBy(o => o.Id)
            .Select(o => new
            {
                o.Id,
                o.Code,
                IsRead = context.Set<Guide>().Any(g => g.OccupationId == o.Id && g.PublishedRevisionId != null),
            })
            .ToListAsync();
        var named = titles.ToLookup(t => t.OccupationId, t => new OccupationName(t.Language, t.Masculine, t.Feminine));
        var sources = await context.Sources.AsNoTracking().OrderBy(s => s.Code).ToListAsync();
        var centres = await context.TrainingCentres.AsNoTracking().OrderBy(c => c.Code).ToListAsync();
        var zones = await context.JobZones.AsNoTracking().OrderBy(z => z.Code).ToListAsync();
        var platforms = await context.Platforms.AsNoTracking().OrderBy(p => p.Code).ToListAsync();
        return new Dictionary<GuideReferenceKind, IReadOnlyList<Entry>>
        {
            [GuideReferenceKind.Quality] =
            [
                .. _qualities.Qualities.Select(q => new Entry(q.Id, l => q.Label[l], null, Languages.All.Select(l => q.Label[l]).Concat(q.Synonyms))),
            ],
            [GuideReferenceKind.Prerequisite] =
            [
                .. _qualities.Prerequisites.Select(p => new Entry(
                    p.Id,
                    l => p.Label[l],
                    null,
                    Languages.All.Select(l => p.Label[l]).Concat(p.Synonyms)
                )),
            ],
            [GuideReferenceKind.Occupation] =
            [
                .. occupations.Select(o => new Entry(o.Code, l => NameIn(named[o.Id], l)?.Heading ?? o.Code, null, named[o.Id].Select(n => n.Heading))
                {
                    IsOffered = o.IsRead,
                }),
            ],
            [GuideReferenceKind.Source] =
            [
                .. sources.Select(s => new Entry(
                    s.Code,
                    _ => s.Title,
                    string.Join(", ", Told(s.Publisher, s.PublishedOn?.Year)),
                    [s.Title, s.Publisher]
                )),
            ],
            [GuideReferenceKind.Centre] = [.. centres.Select(c => new Entry(c.Code, _ => c.Name, c.Locality, [c.Name, c.Locality, c.Postcode]))],
            [GuideReferenceKind.Zone] = [.. zones.Select(z => new Entry(z.Code, l => z.Name.In(l), null, Languages.All.Select(l => z.Name.In(l))))],
            [GuideReferenceKind.Platform] = [.. platforms.Select(p => new Entry(p.Code, _ => p.Name, null, [p.Name]))],
        };
    }

    private static OccupationName? NameIn(IEnumerable<OccupationName> names, string language) =>
        names.FirstOrDefault(n => n.Language == language) ?? names.FirstOrDefault(n => n.Language == Languages.Default) ?? names.FirstOrDefault();

    private static IEnumerable<string> Told(string publisher, int? year) =>
        year is { } known ? [publisher, known.ToString(CultureInfo.InvariantCulture)] : [publisher];

    private sealed class Entry(string code, Func<string, string> name, string? detail, IEnumerable<string> searched)
    {
        public string Code { get; } = code;

        public Func<string, string> Name { get; } = name;

        public string? Detail { get; } = detail;

        public string Searched { get; } = Plain(string.Join(' ', searched.Append(code).Distinct()));

        /// <summary>What readers do not see yet is named where a guide has it, and not offered.</summary>
        public bool IsOffered { get; init; } = true;
    }
}
