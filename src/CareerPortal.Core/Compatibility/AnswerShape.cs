using CareerPortal.Quiz.Estimation;

namespace CareerPortal.Compatibility;

/// <summary>What the answers to a quiz look like as a whole, where that limits what can be said of occupations.</summary>
public enum AnswerShape
{
    /// <summary>Some of it marked, some not.</summary>
    Ordinary,

    /// <summary>More than half of the questions were skipped.</summary>
    Few,

    /// <summary>One and the same answer nearly everywhere: it says nothing, since questions are put both ways round.</summary>
    Uniform,

    /// <summary>Nothing stands out: no quality and no interest is marked either way.</summary>
    Flat,

    /// <summary>The first or the last answer nearly everywhere.</summary>
    Extreme,
}

/// <summary>Tells what answers look like.</summary>
public static class AnswerShapes
{
    /// <summary>"Nearly everywhere": so many of ten answers.</summary>
    private const int OfTen = 9;

    /// <summary>Fewer answers than this show no shape of their own.</summary>
    private const int Least = 8;

    /// <summary>The shape of all answers of a quiz, skipped ones included, and of what they say of the person.</summary>
    public static AnswerShape Of(IReadOnlyList<Answer> answers, IEnumerable<Trait> traits)
    {
        var given = Given(answers);
        if (2 * given.Count < answers.Count)
        {
            return AnswerShape.Few;
        }

        if (IsUniform(answers))
        {
            return AnswerShape.Uniform;
        }

        if (traits.All(t => t.Standing is Standing.Average))
        {
            return AnswerShape.Flat;
        }

        return NearlyAll(given.Count(value => value is QuizAnswer.Least or QuizAnswer.Greatest), given) ? AnswerShape.Extreme : AnswerShape.Ordinary;
    }

    /// <summary>Whether one and the same answer was given nearly everywhere, as it was chosen and not as it is counted.</summary>
    public static bool IsUniform(IEnumerable<Answer> answers)
    {
        var given = Given(answers);
        return NearlyAll(given.CountBy(value => value).Select(pair => pair.Value).DefaultIfEmpty().Max(), given);
    }

    private static List<int> Given(IEnumerable<Answer> answers) => [.. answers.Select(a => a.Value).OfType<int>()];

    private static bool NearlyAll(int count, List<int> given) => given.Count >= Least && 10 * count >= OfTen * given.Count;
}
