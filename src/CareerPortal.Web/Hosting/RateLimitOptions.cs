using System.ComponentModel.DataAnnotations;

namespace CareerPortal.Web.Hosting;

/// <summary>The section <c>RateLimits</c>.</summary>
internal sealed record RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Posted forms of one quiz; its pages may be read four times as often.</summary>
    [Range(1, 100_000, ErrorMessage = "RateLimits:AnswersPerMinute must lie between 1 and 100000.")]
    public int AnswersPerMinute { get; init; } = 60;

    /// <summary>Quizzes started behind one address; a school has one. The pages where they start may be read four times as often.</summary>
    [Range(1, 100_000, ErrorMessage = "RateLimits:StartsPerMinute must lie between 1 and 100000.")]
    public int StartsPerMinute { get; init; } = 300;

    /// <summary>Codes typed and codes that do not exist, behind one address.</summary>
    [Range(1, 100_000, ErrorMessage = "RateLimits:GuessesPerMinute must lie between 1 and 100000.")]
    public int GuessesPerMinute { get; init; } = 300;

    /// <summary>Tries to sign in, uses of one-time links and mails asked for, behind one address.</summary>
    [Range(1, 100_000, ErrorMessage = "RateLimits:SignInsPerMinute must lie between 1 and 100000.")]
    public int SignInsPerMinute { get; init; } = 60;

    /// <summary>Opinions on guides behind one address; a class may give theirs together.</summary>
    [Range(1, 100_000, ErrorMessage = "RateLimits:VotesPerMinute must lie between 1 and 100000.")]
    public int VotesPerMinute { get; init; } = 60;

    /// <summary>What search boxes behind one address ask as people type: a class looks for occupations together.</summary>
    [Range(1, 100_000, ErrorMessage = "RateLimits:SuggestionsPerMinute must lie between 1 and 100000.")]
    public int SuggestionsPerMinute { get; init; } = 3000;

    /// <summary>What the editors of one account send: several tabs, each as somebody types.</summary>
    [Range(1, 100_000, ErrorMessage = "RateLimits:DraftRequestsPerMinute must lie between 1 and 100000.")]
    public int DraftRequestsPerMinute { get; init; } = 1200;

    /// <summary>Previews of texts that the editors of one account ask for, at most one each 400 ms and page.</summary>
    [Range(1, 100_000, ErrorMessage = "RateLimits:PreviewsPerMinute must lie between 1 and 100000.")]
    public int PreviewsPerMinute { get; init; } = 600;

    /// <summary>
    /// Pages made at the same time: they take a processor each. Those with a query get half of it, those of quizzes eight times as many.
    /// </summary>
    [Range(1, 1_000, ErrorMessage = "RateLimits:PagesAtOnce must lie between 1 and 1000.")]
    public int PagesAtOnce { get; init; } = Environment.ProcessorCount;

    /// <summary>Pages that may wait in each lane to be made; more are refused.</summary>
    [Range(0, 100_000, ErrorMessage = "RateLimits:PagesWaiting must lie between 0 and 100000.")]
    public int PagesWaiting { get; init; } = 256;
}
