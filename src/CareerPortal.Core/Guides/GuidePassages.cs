using CareerPortal.Directories;
using CareerPortal.Search;

namespace CareerPortal.Guides;

/// <summary>
/// The passages of a guide that are searched: all it says about its own occupation, without what it says about the neighbouring ones.
/// </summary>
public static class GuidePassages
{
    /// <summary>
    /// The passages of a guide in its language, in the order of the page; <paramref name="platforms"/> are the names of platforms by their
    /// codes.
    /// </summary>
    public static IReadOnlyList<SearchPassage> Of(GuideContent content, string language, IReadOnlyDictionary<string, string> platforms) =>
        [
            .. Facts(content, platforms).Select(t => new SearchPassage(SearchField.Fact, t, language)),
            .. Texts(content).Select(t => new SearchPassage(SearchField.Text, t, language)),
        ];

    /// <summary>A platform's name, with its address where people may know it by that one: « Amazon Mechanical Turk (mturk.com) ».</summary>
    public static string NameOf(WorkPlatform platform)
    {
        var site = WebAddress.SiteOf(platform.Website) ?? platform.Name;
        return site.StartsWith(platform.Name, StringComparison.OrdinalIgnoreCase) ? platform.Name : $"{platform.Name} ({site})";
    }

    private static IEnumerable<string> Facts(GuideContent content, IReadOnlyDictionary<string, string> platforms) =>
        [
            .. content.KeyFacts is { } facts ? new[] { facts.Studies, facts.Qualities, facts.Conditions } : [],
            .. content.Missions.Select(m => $"{m.Title} : {m.Text}"),
            .. content.MicroTasks?.TaskTypes.Select(t => $"{t.Name} : {t.Text}") ?? [],
            .. content.MicroTasks?.Platforms.Select(p => $"{platforms.GetValueOrDefault(p.Platform, "")} : {p.Tasks}") ?? [],
        ];

    private static IEnumerable<string> Texts(GuideContent content) =>
        [
            .. new[] { content.Tagline, content.Hook }.OfType<string>(),
            .. content.Introduction,
            .. content.Figures.Select(f => $"{f.Label} : {f.Value}"),
            .. content.SalaryNotes,
            .. content.Qualities.Select(q => q.Why),
            .. content.Prerequisites.Select(p => p.Text),
            .. content.Tools.SelectMany(g => g.Tools).Select(t => $"{t.Name} : {t.Purpose}"),
            .. content.Day.Select(d => $"{d.Title} : {d.Text}"),
            .. content.BelgianFacts.Select(f => $"{f.Title} : {f.Text}"),
            .. content.Portrait is { } portrait ? new[] { portrait.Text } : [],
            .. content.TrainingSteps.Select(s => $"{s.Title} : {s.Text}"),
            .. content.Workplaces.Select(w => $"{w.Name} : {w.Text}"),
            .. content.Pros,
            .. content.Cons,
            .. content.Advice.Select(a => $"{a.Title} : {a.Text}"),
            .. content.SelfAssessment.Select(q => q.Question),
            .. content.Faq.SelectMany(q => q.Answer.Prepend(q.Asked)),
            .. content.Programmes.Select(p => p.Name),
            .. content.JobZones.Select(z => z.Text),
            .. content.MicroTasks?.TaskTypes.Select(t => t.Example) ?? [],
            .. content.MicroTasks?.Platforms.SelectMany(p => new[] { p.Access, p.Payment, p.Watch }) ?? [],
            .. content.MicroTasks?.WarningSigns.Select(w => $"{w.Sign} : {w.Why}") ?? [],
            .. content.MicroTasks?.Precautions ?? [],
            .. content.MicroTasks?.StatusInBelgium.Select(s => $"{s.Title} : {s.Text}") ?? [],
            .. content.MicroTasks?.Outlook ?? [],
        ];
}
