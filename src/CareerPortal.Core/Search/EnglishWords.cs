using System.Text.RegularExpressions;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Util;

namespace CareerPortal.Search;

/// <summary>The words of English: no plural, no genitive. « It » is kept: who looks for an occupation writes it in capitals.</summary>
public sealed partial class EnglishWords() : LanguageWords(new EnglishAnalyzer(Version, Empty()))
{
    private const int ShortestPlural = 4;
    private const string More =
        "i me my we you your our his her from do does how what which who when where am been have has had would should could about than so any without";

    public override string BaseOf(string word)
    {
        word = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        return word switch
        {
            { Length: < ShortestPlural } => word,
            [.., 'i', 'e', 's'] when word.Length > ShortestPlural => word[..^3] + "y",
            [.., 's', 's', 'e', 's'] or [.., 'x', 'e', 's'] or [.., 'c' or 's', 'h', 'e', 's'] => word[..^2],
            [.., 's' or 'u' or 'i' or '\'', 's'] => word,
            [.., 's'] => word[..^1],
            _ => word,
        };
    }

    protected internal override string WithoutDoubleForms(string folded) => folded;

    protected override bool IsDenial(ReadOnlySpan<char> between) => Denial().IsMatch(between);

    private static CharArraySet Empty() => Plain(EnglishAnalyzer.DefaultStopSet.Except(["it"]), More.Split(' '));

    [GeneratedRegex(@"(?:^|\W)(?:without|no)(?: (?:an?|the|any))? *$")]
    private static partial Regex Denial();
}
