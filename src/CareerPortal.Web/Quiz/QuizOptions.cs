using System.ComponentModel.DataAnnotations;
using CareerPortal.Compatibility;

namespace CareerPortal.Web.Quiz;

/// <summary>The section <c>Quiz</c>.</summary>
internal sealed record QuizOptions
{
    public const string Section = "Quiz";

    [Range(1, 365, ErrorMessage = "Quiz:KeepDays must lie between 1 and 365.")]
    public int KeepDays { get; init; } = new QuizSettings().KeepDays;

    /// <summary>The key under which shared answers are kept; without one the store makes its own.</summary>
    [SharingKeyFormat(ErrorMessage = "Quiz:SharingKey must be at least 32 bytes in base 64.")]
    public string? SharingKey { get; init; }

    public QuizSettings Settings => new() { KeepDays = KeepDays, SharingKey = string.IsNullOrEmpty(SharingKey) ? null : SharingKey };

    private sealed class SharingKeyFormatAttribute : ValidationAttribute
    {
        public override bool IsValid(object? value)
        {
            var text = value as string;
            return string.IsNullOrEmpty(text)
                || Convert.TryFromBase64String(text, new byte[text.Length], out var bytes)
                    && bytes >= CareerPortal.Compatibility.SharingKey.LeastBytes;
        }
    }
}
