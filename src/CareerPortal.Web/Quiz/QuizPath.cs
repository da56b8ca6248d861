using System.Globalization;
using CareerPortal.Compatibility;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Quiz;

/// <summary>The addresses of one person's quiz.</summary>
internal static class QuizPath
{
    public const string MissingKey = "manque";
    public const string DoneKey = "fait";

    public static string Of(ResumeCode code, int? question = null) =>
        Site.Link($"/quiz/session/{code}") + (question is { } position ? string.Create(CultureInfo.InvariantCulture, $"?question={position}") : "");

    /// <summary>A question that was sent without an answer.</summary>
    public static string Missing(ResumeCode code, int question) => $"{Of(code, question)}&{MissingKey}=1";

    /// <summary>The start of the quiz over all occupations.</summary>
    public static string OverAll => Site.Link("/quiz/orientation");

    /// <summary>Where shared answers are taken back by their code.</summary>
    public static string Withdraw => Site.Link("/quiz/retrait");

    public static string Pause(ResumeCode code) => Site.Link($"/quiz/session/{code}/pause");

    public static string Result(ResumeCode code) => Site.Link($"/quiz/session/{code}/resultat");

    /// <summary>All that is kept of the quiz, as a file.</summary>
    public static string Data(ResumeCode code) => $"/quiz/session/{code}/donnees.json";

    /// <summary>The result after the form for sharing came without its box ticked, at the message about it.</summary>
    public static string NotAgreed(ResumeCode code, string message) => $"{Result(code)}?{MissingKey}=1#{message}";
}
