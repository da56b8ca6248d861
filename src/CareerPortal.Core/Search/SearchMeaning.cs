using CareerPortal.Data;
using CareerPortal.Occupations;

namespace CareerPortal.Search;

/// <summary>What people mean by the words they type: whoever says « travail à domicile » also means telework. Counsellors keep the list.</summary>
[InRealm(ContentRealm.Guides)]
public sealed class SearchMeaning
{
    internal const string ConditionKind = "condition";
    internal const string StudiesKind = "studies";
    internal const string ContextKind = "context";
    internal const string InterestKind = "interest";

    public int Id { get; private set; }

    public required string Code { get; init; }

    /// <summary>The language in which it is said.</summary>
    public required string Language { get; set; }

    /// <summary>Words and phrases that people type.</summary>
    public required List<string> Said { get; set; }

    /// <summary>Words by which the guides call it.</summary>
    public List<string> Means { get; set; } = [];

    /// <summary>Working conditions that it stands for.</summary>
    public List<WorkCondition> Conditions { get; set; } = [];

    /// <summary>Levels of study that it stands for.</summary>
    public List<StudyLevel> Studies { get; set; } = [];

    /// <summary>Contexts of work that it stands for, by their codes in the catalogue.</summary>
    public List<string> Contexts { get; set; } = [];

    /// <summary>Interests that it stands for, by their codes in the catalogue.</summary>
    public List<string> Interests { get; set; } = [];

    /// <summary>Words that say nothing in a search for occupations, such as « métier »: beside other words they are not looked for.</summary>
    public bool SaysNothing => Means.Count + Conditions.Count + Studies.Count + Contexts.Count + Interests.Count == 0;

    /// <summary>Under which mark a guide with this condition is found.</summary>
    public static string Mark(WorkCondition condition) => $"{ConditionKind}:{condition}";

    /// <summary>Under which mark a guide with this level of study is found.</summary>
    public static string Mark(StudyLevel studies) => $"{StudiesKind}:{studies}";

    /// <summary>Under which mark an occupation with this context of work is found.</summary>
    public static string ContextMark(string code) => $"{ContextKind}:{code}";

    /// <summary>Under which mark an occupation with this interest is found.</summary>
    public static string InterestMark(string code) => $"{InterestKind}:{code}";

    /// <summary>What a mark is of, and which one.</summary>
    internal static (string Kind, string Value) Read(string mark)
    {
        var between = mark.IndexOf(':', StringComparison.Ordinal);
        return (mark[..between], mark[(between + 1)..]);
    }
}
