using System.Text.RegularExpressions;
using CareerPortal.Search;

namespace CareerPortal.Offers.Board;

/// <summary>Reads what was typed: phrases, exclusions, conditions, a town, and words.</summary>
internal sealed partial class OfferQuestionReader(OfferLore lore, OfferIndex index)
{
    private const float OtherLanguage = 0.95f;
    private const float ByEmployer = 0.75f;
    private const float ByWholeEmployer = 1.3f;
    private const float BySameStem = 0.5f;
    private const float ByOccupation = 0.55f;
    private const float ByFamily = 0.22f;
    private const float MoreByOccupation = 0.4f;
    private const float MoreByFamily = 0.15f;
    private const int LongestCondition = 6;
    private const int LongestPlace = 5;
    private const int LongestName = 6;
    private const int LongestEmployer = 8;
    private const int MostTermsOfWord = 240;
    private const int MostWithHints = 8;
    private const int ShortestPart = 5;
    private const float ByPart = 0.8f;
    private const float ByWordOfName = 0.15f;
    private const float ByFamilyOfWord = 0.08f;
    private const int MostMisspelt = 4;

    /// <summary>« Liège » is cork too: a municipality's name may stand in so many of the catalogue's.</summary>
    private const int NamesOfTown = 4;

    /// <summary>A word that so many times fewer offers have than one that is a slip away is misspelt in them too.</summary>
    private const int TimesRarer = 10;
    private const float ByAlike = 0.85f;
    private const float ByPartOfName = 0.85f;

    /// <summary>What one word may mean says less where others stand beside it: « de nuit » is no watchman.</summary>
    private const float ByHint = 0.3f;

    /// <summary>What is less surely meant stands for itself, not for its family.</summary>
    private const float WorthOfFamily = 0.79f;
    private const float BySlip = 0.9f;

    public OfferQuestion Read(string? typed)
    {
        var question = new OfferQuestion();
        var text = TypedText.Clean(typed, OfferQuery.TextMaxLength);
        if (text is null)
        {
            return question;
        }

        var left = MostWords();
        text = Quoted()
            .Replace(
                text,
                match =>
                {
                    var words = lore.Reader.Read(match.Groups["said"].Value, OfferReader.French);
                    if (words.Count > 0 && words.Count <= left)
                    {
                        left -= words.Count;
                        (match.Groups["not"].Success ? question.Excluded : question.Required).Add(PhraseOf(words));
                    }

                    return " ";
                }
            );
        text = Excluded()
            .Replace(
                text,
                match =>
                {
                    foreach (var clause in ExclusionsOf(match.Groups["word"].Value).TakeWhile(_ => left-- > 0))
                    {
                        question.Excluded.Add(clause);
                    }

                    return " ";
                }
            );
        var tokens = lore.Reader.Read(text, OfferReader.French).Take(Math.Max(0, left)).ToList();
        var taken = new bool[tokens.Count];
        TakeConditions(question, tokens, taken);
        TakePlace(question, tokens, taken);
        var employers = EmployersIn(tokens, taken);
        var rest = new List<(OfferToken Token, int Employer)>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!taken[i] && !tokens[i].IsEmpty && (employers[i] >= 0 || !lore.IsIdle(tokens[i].Written)))
            {
                rest.Add((tokens[i], employers[i]));
            }
        }

        TakeWords(question, rest, text);
        return question;
    }

    private static int MostWords() => OfferQuery.MostWords;

    private AskedClause PhraseOf(List<OfferToken> words, bool inEmployers = true)
    {
        var clause = new AskedClause();
        Add(words.Select(w => w.Key));
        if (inEmployers)
        {
            Add(words.Select(w => OfferAnalysis.EmployerWord + w.Written));
        }

        foreach (var language in OfferReader.OtherLanguages)
        {
            Add(words.Select(w => lore.Reader.Word(w.Written, language).Key));
        }

        return clause;

        void Add(IEnumerable<string> keys)
        {
            int[] numbers = [.. keys.Select(lore.Terms.Find)];
            if (!numbers.Contains(OfferTerms.None))
            {
                clause.Phrases.Add(numbers);
            }
        }
    }

    private IEnumerable<AskedClause> ExclusionsOf(string word)
    {
        var words = lore.Reader.Read(word, OfferReader.French);
        foreach (var condition in lore.ConditionsSaid(string.Join(' ', words.Select(w => w.Written))))
        {
            yield return new AskedClause { Facet = condition.Facet, Values = condition.Values };
        }

        if (words.Count > 0)
        {
            yield return PhraseOf(words);
        }
    }

    private void TakeConditions(OfferQuestion question, List<OfferToken> tokens, bool[] taken)
    {
        for (var from = 0; from < tokens.Count; from++)
        {
            for (var length = Math.Min(LongestCondition, tokens.Count - from); length > 0; length--)
            {
                var words = tokens.GetRange(from, length);
                var conditions = lore.ConditionsSaid(string.Join(' ', words.Select(t => t.Written)));
                if (conditions.Count == 0)
                {
                    continue;
                }

                foreach (var condition in conditions)
                {
                    var clause = PhraseOf(words, inEmployers: false);
                    var asked = new AskedClause
                    {
                        Facet = condition.Facet,
                        Values = [.. condition.Values, .. condition.Also ?? []],
                        Best = condition.Also is null ? 1 : condition.Values.Count,
                    };
                    asked.Phrases.AddRange(clause.Phrases);
                    question.Required.Add(asked);
                }

                taken.AsSpan(from, length).Fill(true);
                from += length - 1;
                break;
            }
        }
    }

    private void TakePlace(OfferQuestion question, List<OfferToken> tokens, bool[] taken)
    {
        for (var from = 0; from < tokens.Count; from++)
        {
            for (var length = Math.Min(LongestPlace, tokens.Count - from); length > 0; length--)
            {
                if (taken.AsSpan(from, length).Contains(true) || tokens[from].IsEmpty && length == 1)
                {
                    continue;
                }

                var place = lore.Places.Named(string.Join(' ', tokens.Skip(from).Take(length).Select(t => t.Written)));
                if (place is null || length == 1 && !IsPlaceAlone(tokens[from], place))
                {
                    continue;
                }

                question.Place = place;
                taken.AsSpan(from, length).Fill(true);
                return;
            }
        }
    }

    /// <summary>A single word names a town only where it names nothing that people do.</summary>
    private bool IsPlaceAlone(OfferToken token, AskedPlace place) =>
        (place.IsMunicipality || token.Written.Length > 3)
        && lore.NamesWith(token.Key) <= (place.IsMunicipality ? NamesOfTown : 0)
        && !lore.IsIdle(token.Written)
        && index.CountOf(OfferAnalysis.WholeEmployer + token.Written) == 0;

    /// <summary>For each word the number of the employer whose whole name it is part of; none -1.</summary>
    private int[] EmployersIn(List<OfferToken> tokens, bool[] taken)
    {
        var employers = new int[tokens.Count];
        Array.Fill(employers, OfferTerms.None);
        for (var from = 0; from < tokens.Count; from++)
        {
            for (var length = Math.Min(LongestEmployer, tokens.Count - from); length > 0; length--)
            {
                if (taken.AsSpan(from, length).Contains(true))
                {
                    continue;
                }

                var term = lore.Terms.Find(OfferAnalysis.WholeEmployer + string.Join(' ', tokens.Skip(from).Take(length).Select(t => t.Written)));
                if (term != OfferTerms.None && index.CountOf(term) > 0)
                {
                    employers.AsSpan(from, length).Fill(term);
                    from += length - 1;
                    break;
                }
            }
        }

        return employers;
    }

    private void TakeWords(OfferQuestion question, List<(OfferToken Token, int Employer)> words, string text)
    {
        var corrected = text;
        var misspelt = 0;
        var keys = new List<string[]>();
        foreach (var (token, employer) in words)
        {
            var concept = new AskedConcept(token.Written);
            question.Concepts.Add(concept);
            string[] its = [token.Key];
            AddTerm(concept, token.Key, 1);
            foreach (var language in OfferReader.OtherLanguages)
            {
                AddTerm(concept, lore.Reader.Word(token.Written, language).Key, OtherLanguage);
            }

            foreach (var alike in lore.Alike(token.Key))
            {
                AddTerm(concept, alike, ByAlike);
            }

            // An employer that is named for a trade is not found by it, unless by its whole name.
            if (!lore.IsNameWord(token.Key))
            {
                AddTerm(concept, OfferAnalysis.EmployerWord + token.Written, ByEmployer);
            }

            if (employer != OfferTerms.None)
            {
                concept.Terms.Add(new AskedTerm(employer, words.TrueForAll(w => w.Employer == employer) ? ByWholeEmployer : ByEmployer));
            }

            var held = concept.Terms.Count == 0 ? 0 : concept.Terms.Max(t => index.CountOf(t.Term));
            if (held == 0 && !lore.IsNameWord(token.Key) && index.Called(token.Key).Count == 0)
            {
                its = [.. lore.Lexicon.SharingStem(token.Stem).Where(IsHeld)];
                foreach (var same in its)
                {
                    AddTerm(concept, same, BySameStem);
                }
            }

            if (its.Length == 0 || (held <= 1 && concept.Terms.Exists(t => !IsForeign(lore.Terms[t.Term])) && !lore.IsNameWord(token.Key)))
            {
                var near =
                    misspelt++ < MostMisspelt
                        ? lore.Lexicon.Near(token.Written, written => IsMeant(lore.Lexicon.KeyOf(written)!, token.Key, held))
                        : [];
                its = near.Count == 0 ? its : [.. near.Select(n => lore.Lexicon.KeyOf(n)!).Distinct(StringComparer.Ordinal)];
                foreach (var key in near.Count == 0 ? [] : its)
                {
                    AddTerm(concept, key, BySlip);
                }

                if (near.Count > 0)
                {
                    corrected = Corrected(corrected, token.Written, near.MaxBy(n => index.CountOf(lore.Lexicon.KeyOf(n)!))!);
                }
            }

            if (concept.Terms.Count == 0 && token.Written.Length >= ShortestPart)
            {
                foreach (var key in lore.Lexicon.CompoundsOf(token.Written).Order(StringComparer.Ordinal))
                {
                    AddTerm(concept, key, ByPart);
                }
            }

            keys.Add(its);
        }

        AddOccupations(question, keys);
        AddForeignNames(question);
        for (var i = 0; i < keys.Count && keys.Count is > 1 and <= MostWithHints; i++)
        {
            // Beside another word, one that is only in an occupation's names says that this may be meant.
            var concept = question.Concepts[i];
            var foreign = OfferReader.OtherLanguages.SelectMany(l => lore.WithForeignWord(lore.Reader.Word(concept.Written, l).Key));
            var its = keys[i].SelectMany(lore.WithWord).Concat(foreign).Distinct().ToList();
            var families = its.Select(o => lore[o].Family).Distinct(StringComparer.Ordinal).ToList();
            foreach (var occupation in its)
            {
                AddTerm(concept, OfferAnalysis.OccupationWord + lore[occupation].Code, ByWordOfName);
            }

            foreach (var family in families)
            {
                AddTerm(concept, OfferAnalysis.FamilyWord + family, ByFamilyOfWord);
            }
        }

        foreach (var concept in question.Concepts)
        {
            concept.Rarity = index.RarityOf(concept.Terms.Where(t => !t.OnlyAdds && t.Worth > ByWordOfName).Select(t => t.Term));
        }

        question.NamesEmployer = question.Concepts.Exists(c => c.Terms.Exists(t => IsEmployer(lore.Terms[t.Term])));
        question.Correction = corrected == text ? null : corrected;
    }

    private bool IsMeant(string key, string typed, int held) => key != typed && (held == 0 ? IsHeld(key) : index.CountOf(key) >= held * TimesRarer);

    private static bool IsForeign(string term) => term.Length > 3 && term[2] == ':';

    private static bool IsEmployer(string term) =>
        term.StartsWith(OfferAnalysis.EmployerWord, StringComparison.Ordinal)
        || term.StartsWith(OfferAnalysis.WholeEmployer, StringComparison.Ordinal);

    private bool IsHeld(string key) => index.CountOf(key) > 0 || lore.IsNameWord(key);

    /// <summary>Words that together are the name of an occupation find its offers, whatever they are titled.</summary>
    private void AddOccupations(OfferQuestion question, List<string[]> keys)
    {
        for (var from = 0; from < keys.Count; from++)
        {
            for (var length = Math.Min(LongestName, keys.Count - from); length > 0; length--)
            {
                var span = keys.GetRange(from, length);
                if (span.Exists(k => k.Length == 0))
                {
                    continue;
                }

                var called = length == 1 ? [.. span[0].SelectMany(index.Called)] : index.Called(OfferLore.NameOf(span.Select(k => k[0])));
                foreach (var (occupation, worth) in called)
                {
                    var isHint = length == 1 && keys.Count > 1 && worth < OfferLore.RareWorth;
                    AddOccupation(question, from, length, lore[occupation], isHint ? worth * ByHint : worth);
                }

                if (called.Count == 0 && length > 1)
                {
                    foreach (var (occupation, worth) in lore.CalledWith([.. span.Select(k => k[0])]))
                    {
                        AddOccupation(question, from, length, lore[occupation], worth * ByPartOfName);
                    }
                }
            }
        }
    }

    /// <summary>The same by names in the other languages: « magazijnier » finds what « magasinier » does, behind what is titled so.</summary>
    private void AddForeignNames(OfferQuestion question)
    {
        foreach (var language in OfferReader.OtherLanguages)
        {
            var keys = question.Concepts.ConvertAll(c => lore.Reader.Word(c.Written, language).Key);
            for (var from = 0; from < keys.Count; from++)
            {
                for (var length = Math.Min(LongestName, keys.Count - from); length > 0; length--)
                {
                    foreach (var (occupation, worth) in lore.Called(OfferLore.NameOf(keys.GetRange(from, length))))
                    {
                        AddOccupation(question, from, length, lore[occupation], length == 1 && keys.Count > 1 ? worth * ByHint : worth);
                    }
                }
            }
        }
    }

    private void AddOccupation(OfferQuestion question, int from, int length, NamedOccupation occupation, float worth)
    {
        var hasFamily = worth >= WorthOfFamily;
        for (var i = from; i < from + length; i++)
        {
            var concept = question.Concepts[i];
            AddTerm(concept, OfferAnalysis.OccupationWord + occupation.Code, ByOccupation * worth);
            AddTerm(concept, OfferAnalysis.OccupationWord + occupation.Code, MoreByOccupation * worth, onlyAdds: true);
            if (hasFamily)
            {
                AddTerm(concept, OfferAnalysis.FamilyWord + occupation.Family, ByFamily * worth);
                AddTerm(concept, OfferAnalysis.FamilyWord + occupation.Family, MoreByFamily * worth, onlyAdds: true);
            }
        }
    }

    private void AddTerm(AskedConcept concept, string key, float worth, bool onlyAdds = false)
    {
        var term = lore.Terms.Find(key);
        if (term == OfferTerms.None || concept.Terms.Count >= MostTermsOfWord || index.CountOf(term) == 0)
        {
            return;
        }

        var known = concept.Terms.FindIndex(t => t.Term == term && t.OnlyAdds == onlyAdds);
        if (known < 0)
        {
            concept.Terms.Add(new AskedTerm(term, worth, onlyAdds));
        }
        else if (concept.Terms[known].Worth < worth)
        {
            concept.Terms[known] = new AskedTerm(term, worth, onlyAdds);
        }
    }

    /// <summary>The text with one of its words replaced, whatever accents that was typed with.</summary>
    private static string Corrected(string text, string written, string meant)
    {
        foreach (var match in AnyWord().EnumerateMatches(text))
        {
            if (LanguageWords.Fold(text.Substring(match.Index, match.Length)) == written)
            {
                return string.Concat(text.AsSpan(0, match.Index), meant, text.AsSpan(match.Index + match.Length));
            }
        }

        return text;
    }

    [GeneratedRegex("""(?<not>(?<!\S)[-–−])?(?:"(?<said>[^"]*)"|«(?<said>[^»]*)»|“(?<said>[^”]*)”|„(?<said>[^“”]*)[“”])""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<!\S)[-–−](?<word>[\p{L}\d][^\s]*)")]
    private static partial Regex Excluded();

    [GeneratedRegex(@"[\p{L}\p{M}\d]+")]
    private static partial Regex AnyWord();
}
