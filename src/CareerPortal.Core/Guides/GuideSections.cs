using CareerPortal.Wages;
using static CareerPortal.Guides.ContentPart;
using static CareerPortal.Guides.GuideReferenceKind;
using static CareerPortal.Guides.PartNeed;

namespace CareerPortal.Guides;

/// <summary>
/// The sections of a guide, in the order of its page: the one list that the page and its contents, references, search, dates and rules walk.
/// </summary>
public static class GuideSections
{
    private const string Figures = "chiffres";
    private const string BelgianFacts = "belgique";
    private const string Status = "statut";
    private const string Where = "ou";

    private static readonly string[] Themselves = [""];

    /// <summary>What stands above the sections, under the title.</summary>
    public static IReadOnlyList<ContentPart> Head { get; } =
    [
        One("summary", c => c.Summary, InEveryGuide),
        One("tagline", c => c.Tagline, InCompleteGuides, texts: t => [t]),
        One("hook", c => c.Hook, InCompleteGuides, texts: t => [t]),
        One("keyFacts", c => c.KeyFacts, InCompleteGuides, facts: (f, _) => [f.Studies, f.Qualities, f.Conditions]),
    ];

    public static IReadOnlyList<ContentSection> All { get; } =
    [
        new("introduction", List("introduction", c => c.Introduction, InCompleteGuides, texts: p => [p]) with { Prose = Themselves }),
        new(
            Figures,
            List(
                "figures",
                c => c.Figures,
                OnlyInCompleteGuides,
                cites: f => To(Source, f.Source),
                texts: f => [$"{f.Label} : {f.Value}"],
                until: f => f.ValidUntil,
                asOf: f => f.AsOf
            ) with
            {
                YearsTrue = 3,
            }
        ),
        new("missions", List("missions", c => c.Missions, InEveryGuide, facts: (m, _) => [$"{m.Title} : {m.Text}"])),
        new(
            "types-de-taches",
            List("microTasks.taskTypes", c => c.MicroTasks?.TaskTypes, NeverEmpty, facts: (t, _) => [$"{t.Name} : {t.Text}"], texts: t => [t.Example])
        )
        {
            SearchedAfter = Where,
        },
        new(
            "plateformes",
            List(
                "microTasks.platforms",
                c => c.MicroTasks?.Platforms,
                NeverEmpty,
                cites: p => To(Platform, p.Platform),
                facts: (p, platforms) => [$"{platforms.GetValueOrDefault(p.Platform, "")} : {p.Tasks}"],
                texts: p => [p.Access, p.Payment, p.Watch]
            )
        )
        {
            SearchedAfter = Where,
        },
        new(
            "estimateur",
            One("microTasks.estimator", c => c.MicroTasks?.Estimator, cites: e => To(Source, e.Source, ".source"), asOf: e => e.AsOf) with
            {
                YearsTrue = 2,
            }
        )
        {
            CitedAfter = Status,
        },
        new("signes-d-alerte", List("microTasks.warningSigns", c => c.MicroTasks?.WarningSigns, NeverEmpty, texts: s => [$"{s.Sign} : {s.Why}"]))
        {
            SearchedAfter = Where,
        },
        new("precautions", List("microTasks.precautions", c => c.MicroTasks?.Precautions, NeverEmpty, texts: p => [p])) { SearchedAfter = Where },
        new(
            Status,
            List(
                "microTasks.statusInBelgium",
                c => c.MicroTasks?.StatusInBelgium,
                NeverEmpty,
                cites: s => To(Source, s.Sources),
                texts: s => [$"{s.Title} : {s.Text}"]
            ) with
            {
                Prose = ["text"],
            }
        )
        {
            CitedAfter = BelgianFacts,
            SearchedAfter = Where,
        },
        new("perspectives", List("microTasks.outlook", c => c.MicroTasks?.Outlook, NeverEmpty, texts: p => [p]) with { Prose = Themselves })
        {
            SearchedAfter = Where,
        },
        new(
            "qualites",
            List("qualities", c => c.Qualities, InEveryGuide, cites: q => To(Quality, q.Quality), texts: q => [q.Why]),
            List("prerequisites", c => c.Prerequisites, InCompleteGuides, cites: p => To(Prerequisite, p.Prerequisite), texts: p => [p.Text]) with
            {
                Accompanies = true,
            }
        ),
        new("outils", List("tools", c => c.Tools, InCompleteGuides, texts: g => g.Tools.Select(t => $"{t.Name} : {t.Purpose}"))),
        new("journee", List("day", c => c.Day, InCompleteGuides, texts: d => [$"{d.Title} : {d.Text}"])),
        new(
            "salaire",
            List(
                "salaries",
                c => c.Salaries,
                OnlyInCompleteGuides,
                cites: s => To(Source, s.Source),
                until: s => s.ValidUntil,
                asOf: s => s.AsOf,
                rule: s => IsReversed(s) ? FaultKind.ReversedRange : null
            ) with
            {
                YearsTrue = 2,
            },
            List("salaryNotes", c => c.SalaryNotes, texts: n => [n]) with
            {
                Accompanies = true,
                Prose = Themselves,
            }
        )
        {
            SearchedAfter = Figures,
        },
        new(
            BelgianFacts,
            List(
                "belgianFacts",
                c => c.BelgianFacts,
                InCompleteGuides,
                cites: f => To(Source, f.Source, ".source"),
                texts: f => [$"{f.Title} : {f.Text}"],
                until: f => f.ValidUntil,
                asOf: f => f.AsOf,
                rule: f => f is { Source: null, Editorial: false } ? FaultKind.MissingSource : null
            ) with
            {
                Prose = ["text"],
            }
        ),
        new("portrait", One("portrait", c => c.Portrait, InCompleteGuides, texts: p => [p.Text]) with { IsSpoken = true }),
        new(
            "formation",
            List("trainingSteps", c => c.TrainingSteps, InCompleteGuides, cites: s => To(Centre, s.Centres), texts: s => [$"{s.Title} : {s.Text}"])
        ),
        new("lieux", List("workplaces", c => c.Workplaces, InCompleteGuides, texts: w => [$"{w.Name} : {w.Text}"])),
        new(
            "plus-et-moins",
            List("pros", c => c.Pros, InCompleteGuides, texts: p => [p]),
            List("cons", c => c.Cons, InCompleteGuides, texts: p => [p])
        ),
        new("conseils", List("advice", c => c.Advice, InCompleteGuides, texts: a => [$"{a.Title} : {a.Text}"]) with { Prose = ["text"] }),
        new(
            "auto-evaluation",
            List("selfAssessment", c => c.SelfAssessment, InCompleteGuides, cites: q => To(Quality, q.Quality), texts: q => [q.Question])
        ),
        new(
            "questions",
            List("faq", c => c.Faq, InCompleteGuides, cites: q => To(Source, q.Sources), texts: q => q.Answer.Prepend(q.Asked)) with
            {
                Prose = ["answer"],
            }
        ),
        new(
            Where,
            List("programmes", c => c.Programmes, InCompleteGuides, cites: p => To(Centre, p.Centre), texts: p => [p.Name]),
            List("jobZones", c => c.JobZones, InCompleteGuides, cites: z => To(Zone, z.Zone), texts: z => [z.Text])
        ),
        new("metiers-proches", List("similar", c => c.Similar, InCompleteGuides, cites: o => To(Occupation, o.Occupation))),
        new("evolutions", List("evolutions", c => c.Evolutions, InCompleteGuides, cites: o => To(Occupation, o.Occupation))),
        new("parler"),
        new("sources"),
    ];

    /// <summary>Every part of the document, once.</summary>
    public static IReadOnlyList<ContentPart> Parts { get; } = [.. Head, .. All.SelectMany(s => s.Parts)];

    private static readonly HashSet<string> ProsePaths =
    [
        .. Parts.SelectMany(p => p.Prose.Select(member => member.Length == 0 ? p.Path : $"{p.Path}.{member}")),
    ];

    /// <summary>
    /// Whether the text at an address, such as <c>content.faq[2].answer[0]</c> or <c>faq.answer</c>, is long and may have the marks of <see
    /// cref="Prose"/>.
    /// </summary>
    public static bool IsProse(string path) => ProsePaths.Contains(WithoutNumbers(path));

    /// <summary>The parts in the order in which their sources are numbered.</summary>
    public static IReadOnlyList<ContentPart> Cited { get; } = [.. Head, .. InOrder(s => s.CitedAfter).SelectMany(s => s.Parts)];

    /// <summary>The parts in the order in which they are searched.</summary>
    public static IReadOnlyList<ContentPart> Searched { get; } = [.. Head, .. InOrder(s => s.SearchedAfter).SelectMany(s => s.Parts)];

    /// <summary>The sections in the order of the page, but those that name another right after that one.</summary>
    private static IEnumerable<ContentSection> InOrder(Func<ContentSection, string?> after)
    {
        return Following(null);

        IEnumerable<ContentSection> Following(string? id) => All.Where(s => after(s) == id).SelectMany(s => Following(s.Id).Prepend(s));
    }

    private static string WithoutNumbers(string path)
    {
        const string Root = "content.";
        var bare = path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..] : path;
        while (bare.IndexOf('[', StringComparison.Ordinal) is >= 0 and var open && bare.IndexOf(']', open) is >= 0 and var close)
        {
            bare = bare.Remove(open, close - open + 1);
        }

        return bare;
    }

    private static bool IsReversed(SalaryRange range) => range.LowCents > range.HighCents || range.LowCents < 0;
}
