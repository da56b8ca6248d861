namespace CareerPortal.Search;

/// <summary>
/// Counts searches that found nothing, in memory and within bounds, until they are kept (<see cref="SearchMisses"/>). What may tell of somebody is
/// never counted: addresses, and whatever holds a digit.
/// </summary>
public sealed class SearchMissCounter
{
    /// <summary>Different words between one keeping and the next; more are not counted.</summary>
    public const int MostWords = 500;

    private const int LeastLetters = 3;

    private readonly Lock _gate = new();
    private Dictionary<(string Language, string Words, SearchedIn In), int> _counts = [];

    /// <summary>The words as they are counted; null where they are not.</summary>
    public static string? Normalise(string? typed)
    {
        if (typed is { Length: > SearchMiss.WordsMaxLength } || TypedText.Clean(typed, SearchMiss.WordsMaxLength) is not { } clean)
        {
            return null;
        }

        var words = string.Join(
            ' ',
            clean.ToLowerInvariant().Split([' ', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );
        return
            words.Any(c => char.IsNumber(c) || c is '@' or '＠')
            || words.Contains("://", StringComparison.Ordinal)
            || words.Count(char.IsLetter) < LeastLetters
            ? null
            : words;
    }

    public void Note(string language, string? typed, SearchedIn searched = SearchedIn.Guides)
    {
        if (Normalise(typed) is not { } words)
        {
            return;
        }

        lock (_gate)
        {
            var key = (language, words, searched);
            if (_counts.TryGetValue(key, out var count))
            {
                _counts[key] = count + 1;
            }
            else if (_counts.Count < MostWords)
            {
                _counts.Add(key, 1);
            }
        }
    }

    /// <summary>Gives what was counted, and begins anew.</summary>
    public IReadOnlyList<MissedWords> Take()
    {
        lock (_gate)
        {
            if (_counts.Count == 0)
            {
                return [];
            }

            var taken = _counts;
            _counts = [];
            return [.. taken.Select(c => new MissedWords(c.Key.Language, c.Key.Words, c.Value, c.Key.In))];
        }
    }
}
