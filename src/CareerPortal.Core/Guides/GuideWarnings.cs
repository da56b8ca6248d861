using System.Globalization;
using System.Text.RegularExpressions;
using CareerPortal.French;
using CareerPortal.Wages;

namespace CareerPortal.Guides;

/// <summary>
/// What a guide might say better or truer: facts that have aged, texts that contradict the data, wording and setting. Whoever means it so passes over
/// it with a reason.
/// </summary>
public static partial class GuideWarnings
{
    private const string Root = "content";

    /// <summary>A shorter text may well stand twice.</summary>
    private const int ShortestRepeated = 60;

    /// <summary>As much of a text as tells which one it is.</summary>
    private const int ExcerptLength = 60;

    /// <summary>Members that hold a title or a name.</summary>
    private static readonly string[] Titles = [".title", ".label", ".name", ".asked", ".use", ".question", ".sign"];

    private static readonly string[] PartPaths = [.. GuideSections.Parts.Select(p => $"{Root}.{p.Path}")];

    public static IReadOnlyList<GuideFault> Of(GuideDocument document, string language, KnownCodes known) =>
        Of(document, PlainTexts.In(Root, document.Content), language, known);

    /// <summary>The same of a document whose texts are at hand.</summary>
    internal static IReadOnlyList<GuideFault> Of(
        GuideDocument document,
        IReadOnlyList<(string Path, string Text)> all,
        string language,
        KnownCodes known
    )
    {
        List<ReadText> texts = [.. all.Where(t => IsRead(t.Path)).Select(t => ReadText.Of(t.Path, t.Text))];
        return
        [
            .. AgedFacts(document.Content, known),
            .. LowWages(document.Content, known),
            .. UnsourcedFigures(document.Content),
            .. DeadLinks(document.Content, texts, known),
            .. language == Languages.Default ? Contradictions(document.Content, texts, known) : [],
            .. texts.SelectMany(t => Wording(t, language)),
            .. HardParts(texts, language),
            .. RepeatedTexts(texts),
        ];
    }

    private static bool IsRead(string path)
    {
        var bare = path.AsSpan();
        while (bare.EndsWith("]"))
        {
            bare = bare[..bare.LastIndexOf('[')];
        }

        return !GuideReading.NotRead.Contains(bare[(bare.LastIndexOf('.') + 1)..].ToString());
    }

    private static IEnumerable<GuideFault> AgedFacts(GuideContent content, KnownCodes known) =>
        from part in GuideSections.Parts
        from date in part.Dates(content)
        let until = date.Until ?? date.AsOf?.AddYears(part.YearsTrue)
        where until < known.Today
        select new GuideFault($"{Root}.{date.Path}", FaultKind.AgedFact, until.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Only a wage is held against the minimum wage: what platforms and clients pay is none.</summary>
    private static IEnumerable<GuideFault> LowWages(GuideContent content, KnownCodes known) =>
        known.Floor is not { } floor
            ? []
            : new SalaryScale(content.Salaries, floor)
                .Rows.Index()
                .Where(r => r.Item.Range is { Status: WorkStatus.Employee, Currency: "EUR" })
                .Where(r => r.Item.Position is SalaryScale.Position.Below or SalaryScale.Position.Across)
                .Select(r => new GuideFault(
                    $"{Root}.salaries[{r.Index}]",
                    FaultKind.BelowMinimumWage,
                    Money(r.Item.Range.Period == PayPeriod.Month ? floor.MonthlyCents : floor.HourlyCents)
                ));

    private static string Money(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',') + " €";

    private static IEnumerable<GuideFault> UnsourcedFigures(GuideContent content)
    {
        foreach (var (index, question) in content.Faq.Index().Where(q => q.Item.Sources is not { Count: > 0 }))
        {
            foreach (var (at, paragraph) in question.Answer.Index())
            {
                if (PayInProse.FigureIn(paragraph) is { } figure)
                {
                    yield return new GuideFault($"{Root}.faq[{index}].answer[{at}]", FaultKind.UnsourcedFigure, figure);
                }
            }
        }

        foreach (var (index, fact) in content.BelgianFacts.Index().Where(f => f.Item is { Source: null, Editorial: true }))
        {
            if (PayInProse.FigureIn(fact.Text) is { } figure)
            {
                yield return new GuideFault($"{Root}.belgianFacts[{index}].text", FaultKind.UnsourcedFigure, figure);
            }
        }
    }

    /// <summary>Each address once, where the guide first leads to it.</summary>
    private static IEnumerable<GuideFault> DeadLinks(GuideContent content, IReadOnlyList<ReadText> texts, KnownCodes known) =>
        known.DeadAddresses.Count == 0
            ? []
            : GuideSections
                .Parts.SelectMany(p => p.References(content))
                .Select(r => (Path: $"{Root}.{r.Path}", Address: known.Addresses.GetValueOrDefault((r.Kind, r.Code))))
                .Concat(
                    texts
                        .Where(t => GuideSections.IsProse(t.Path))
                        .SelectMany(t => Prose.AddressesIn(t.Text).Select(a => (t.Path, Address: (string?)a)))
                )
                .Where(l => l.Address is not null && known.DeadAddresses.Contains(l.Address))
                .DistinctBy(l => l.Address)
                .Select(l => new GuideFault(l.Path, FaultKind.DeadLink, l.Address));

    private static IEnumerable<GuideFault> Contradictions(GuideContent content, IReadOnlyList<ReadText> texts, KnownCodes known)
    {
        if (known.Studies is { } studies && content.KeyFacts is { } facts && StudiesInProse.Contradicts(facts.Studies, studies))
        {
            yield return new GuideFault($"{Root}.keyFacts.studies", FaultKind.StudiesContradict, $"{studies}");
        }

        if (content.Salaries.Count == 0)
        {
            yield break;
        }

        foreach (var (index, figure) in content.Figures.Index())
        {
            foreach (var amount in PayInProse.Outside(content.Salaries, $"{figure.Label} : {figure.Value}"))
            {
                yield return new GuideFault($"{Root}.figures[{index}].value", FaultKind.AmountOutsideRanges, amount);
            }
        }

        foreach (var (path, text, _) in texts.Where(t => !t.Path.EndsWith("].value", StringComparison.Ordinal)))
        {
            foreach (var amount in PayInProse.Outside(content.Salaries, text))
            {
                yield return new GuideFault(path, FaultKind.AmountOutsideRanges, amount);
            }
        }
    }

    private static IEnumerable<GuideFault> Wording(ReadText read, string language)
    {
        var (path, text, sentences) = read;
        if (ExtraSpaces().IsMatch(text))
        {
            yield return new GuideFault(path, FaultKind.ExtraSpace) { Mend = new Mend(path, text, WithoutExtraSpaces(text)) };
        }

        if (IsTitle(path) && IsShouted(text))
        {
            var title = Sentence.Case(text);
            yield return new GuideFault(path, FaultKind.AllCapitals, text) { Mend = new Mend(path, text, title) };
        }

        foreach (var sentence in sentences.Where(s => s.Length > 2 * Readability.MostWords))
        {
            if (GuideReading.WordsOf(sentence) > Readability.MostWords)
            {
                yield return new GuideFault(path, FaultKind.LongSentence, Excerpt(sentence));
            }
        }

        if (language != Languages.Default)
        {
            yield break;
        }

        if (text.Contains('"', StringComparison.Ordinal))
        {
            var set = QuotedStraight().Replace(text, "« $1 »");
            yield return new GuideFault(path, FaultKind.StraightQuotes)
            {
                Mend = set.Contains('"', StringComparison.Ordinal) ? null : new Mend(path, text, set),
            };
        }

        foreach (var finding in BelgianWords.Findings(text))
        {
            yield return Found(path, text, FaultKind.FrenchOnlyWord, finding);
        }

        foreach (var finding in GenderedWording.Findings(text))
        {
            yield return Found(path, text, FaultKind.GenderedWording, finding);
        }
    }

    private static GuideFault Found(string path, string text, FaultKind kind, WordFinding finding) =>
        new(path, kind, $"{finding.Found} → {finding.Suggestion}")
        {
            Mend = finding.IsSafe ? FrenchMends.Replaced(path, text, finding.Position, finding.Found.Length, finding.Suggestion) : null,
        };

    /// <summary>The parts of the guide that are hard to read as a whole.</summary>
    private static IEnumerable<GuideFault> HardParts(IEnumerable<ReadText> texts, string language) =>
        from part in texts.Where(t => !IsTitle(t.Path)).GroupBy(t => PartOf(t.Path), t => t.Sentences)
        let ease = Readability.EaseOf([.. part.SelectMany(sentences => sentences)], language)
        where ease < Readability.LeastEase
        select new GuideFault(part.Key, FaultKind.HardToRead, Math.Round(ease.Value).ToString(CultureInfo.InvariantCulture));

    private static string PartOf(string path) => Array.Find(PartPaths, p => path.StartsWith(p, StringComparison.Ordinal)) ?? path;

    /// <summary>A course of one name is given at several centres: names and titles may stand twice.</summary>
    private static IEnumerable<GuideFault> RepeatedTexts(IEnumerable<ReadText> texts)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return texts
            .Where(t => t.Text.Length >= ShortestRepeated && !IsTitle(t.Path) && !seen.Add(t.Text.Trim()))
            .Select(t => new GuideFault(t.Path, FaultKind.RepeatedParagraph, Excerpt(t.Text.Trim())));
    }

    private static bool IsTitle(string path) => Array.Exists(Titles, t => path.EndsWith(t, StringComparison.Ordinal));

    /// <summary>Two words at least, which are no acronyms, in capitals alone.</summary>
    private static bool IsShouted(string text) =>
        !text.Any(char.IsLower)
        && text.Split([' ', '\u00A0', '-', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Count(w => w.Count(char.IsLetter) > 3 && !Acronyms.IsKnown(w)) > 1;

    private static string WithoutExtraSpaces(string text) =>
        ExtraSpaces().Replace(text, m => m.Index == 0 || m.Index + m.Length == text.Length ? "" : " ");

    private static string Excerpt(string text) => text.Length <= ExcerptLength ? text : text[..ExcerptLength].TrimEnd() + "…";

    [GeneratedRegex(@"^[ \t]+|[ \t]+$|[ \t]{2,}")]
    private static partial Regex ExtraSpaces();

    [GeneratedRegex("\"\\s*([^\"\n]+?)\\s*\"")]
    private static partial Regex QuotedStraight();

    /// <summary>A text that readers read, and what of it is read in one breath.</summary>
    private sealed record ReadText(string Path, string Text, IReadOnlyList<string> Sentences)
    {
        public static ReadText Of(string path, string text) => new(path, text, [.. Readability.Sentences(Prose.Plain(text))]);
    }
}
