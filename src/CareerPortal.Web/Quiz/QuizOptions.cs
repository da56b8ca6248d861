using System.ComponentModel.DataAnnotations;
using CareerPortal.Compatibility;

namespace CareerPortal.Web.Quiz;

/// <summary>The section <c>Quiz</c>.</summary>
internal sealed record QuizOptions
{
    public const string Section = "Quiz";

    [Range(1, 365, ErrorMessage = "Quiz:KeepDays must lie between 1 and 365.")]
    public int KeepDays { get; init; } = new QuizSettings().KeepDays;

    public QuizSettings Settings => new() { KeepDays = KeepDays };
}
