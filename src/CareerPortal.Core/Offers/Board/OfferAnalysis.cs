using System.Text.RegularExpressions;

namespace CareerPortal.Offers.Board;

/// <summary>Makes of an offer what the index holds of it.</summary>
internal sealed partial class OfferAnalysis(OfferLore lore)
{
    public const string EmployerWord = "@";
    public const string WholeEmployer = "=";
    public const string OccupationWord = "o:";
    public const string FamilyWord = "f:";

    /// <summary>What stands in Brussels, which is in no province.</summary>
    public const string Brussels = "BE1";

    private const float InTitle = 1;
    private const float InJob = 0.35f;
    private const float InText = 0.14f;
    private const float InEmployer = 0.9f;
    private const float PerTitleWord = 0.06f;
    private const float LeastOfTitle = 0.6f;
    private const float WithoutName = 0.3f;

    private const decimal DaysAMonth = 21.67m;
    private const decimal WeeksAMonth = 4.333m;
    private const decimal HoursAMonth = 164.67m;
    private const int MonthsAYear = 12;

    public OfferDocument Read(OpenOffer offer)
    {
        var facts = offer.Facts;
        var language = OfferReader.LanguageOf(facts);
        var tokens = new List<int>();
        var worth = new Dictionary<int, float>();
        var title = lore.Reader.Read(facts.Title, language);
        var keys = title.Where(t => !t.IsEmpty).Select(t => t.Key).Distinct(StringComparer.Ordinal).ToList();
        Take(title, Math.Max(LeastOfTitle, InTitle - PerTitleWord * Math.Max(0, keys.Count - 1)));
        foreach (var token in title.Where(t => !t.IsEmpty))
        {
            lore.Lexicon.Add(token.Written, token.Key, token.Stem);
        }

        lore.Lexicon.Spell(facts.Title);
        if (facts.JobLabel is { } job)
        {
            Take(lore.Reader.Read(job, OfferReader.French), InJob);
        }

        if (facts.Text is { } text)
        {
            Take(lore.Reader.Read(text, language), InText);
        }

        if (facts.Employer is { } employer)
        {
            TakeEmployer(employer);
        }

        var (occupation, likeness) = language == OfferReader.French ? lore.Closest(keys, offer.OccupationCode, offer.FamilyCode) : (-1, 0);
        var code = offer.OccupationCode ?? (occupation >= 0 ? lore[occupation].Code : null);
        var family = offer.FamilyCode ?? (occupation >= 0 ? lore[occupation].Family : null);
        Weigh(OccupationWord, code, WithoutName + (1 - WithoutName) * likeness);
        Weigh(FamilyWord, family, WithoutName + (1 - WithoutName) * likeness);

        return new OfferDocument
        {
            Id = offer.Id,
            Group = offer.SameAs ?? offer.Id,
            Day = facts.Published.DayNumber,
            LastDay = (facts.Expires ?? DateOnly.MaxValue).DayNumber,
            Pay = Monthly(facts.Pay),
            Employer = facts.Employer is { } named ? lore.EmployerOf(named) : OfferTerms.None,
            Occupation = offer.OccupationCode,
            Family = offer.FamilyCode,
            Kin = family is null ? OfferTerms.None : lore.Terms.Number(FamilyWord + family),
            Tokens = [.. tokens],
            Terms = [.. worth.Keys],
            Worth = [.. worth.Values.Select(w => (byte)Math.Clamp((int)MathF.Round(w * byte.MaxValue), 1, byte.MaxValue))],
            Values = ValuesOf(offer),
            Points = [.. facts.Places.Select(lore.Places.PointOf).Where(p => p != OfferPlaces.Unknown).Distinct().Select(p => (short)p)],
        };

        void Take(List<OfferToken> read, float each)
        {
            foreach (var token in read)
            {
                var number = lore.Terms.Number(token.Key);
                tokens.Add(token.IsEmpty ? number | OfferDocument.EmptyWord : number);
                if (!token.IsEmpty)
                {
                    worth[number] = Math.Max(worth.GetValueOrDefault(number), each);
                }
            }

            tokens.Add(OfferDocument.Gap);
        }

        void TakeEmployer(string name)
        {
            var read = lore.Reader.Read(name, OfferReader.French);
            foreach (var token in read)
            {
                var number = lore.Terms.Number(EmployerWord + token.Written);
                tokens.Add(number);
                if (!token.IsEmpty)
                {
                    worth[number] = InEmployer;
                }
            }

            tokens.Add(OfferDocument.Gap);
            worth[lore.Terms.Number(WholeEmployer + string.Join(' ', read.Select(t => t.Written)))] = 1;

            // « Garage du Pont (exemple) », « Garage du Pont SRL »: people type neither.
            var shorter = Addition().Replace(name, "");
            if (shorter != name && lore.Reader.Read(shorter, OfferReader.French) is { Count: > 0 } plain)
            {
                worth[lore.Terms.Number(WholeEmployer + string.Join(' ', plain.Select(t => t.Written)))] = 1;
            }
        }

        void Weigh(string kind, string? of, float much)
        {
            if (of is not null)
            {
                worth[lore.Terms.Number(kind + of)] = Math.Min(1, much);
            }
        }
    }

    private static uint Monthly(OfferPay? pay) =>
        pay is null
            ? 0
            : (uint)
                Math.Clamp(
                    pay.Period switch
                    {
                        OfferPayPeriod.Hour => pay.HighCents * HoursAMonth,
                        OfferPayPeriod.Day => pay.HighCents * DaysAMonth,
                        OfferPayPeriod.Week => pay.HighCents * WeeksAMonth,
                        OfferPayPeriod.Year => pay.HighCents / (decimal)MonthsAYear,
                        _ => pay.HighCents,
                    },
                    1,
                    uint.MaxValue
                );

    private static string ValueOf(LabelledCode code) => code.Code ?? code.Label;

    private int[] ValuesOf(OpenOffer offer)
    {
        var facts = offer.Facts;
        var values = new List<int>();
        Put(OfferFacet.Province, facts.Places.Select(p => p.Province ?? (p.Region == Brussels ? Brussels : null)));
        Put(OfferFacet.Contract, [facts.Contract?.ToString()]);
        Put(OfferFacet.Regime, [facts.Regime?.ToString()]);
        Put(OfferFacet.Studies, facts.Studies.Select(ValueOf));
        Put(OfferFacet.Language, facts.Languages.Select(ValueOf));
        Put(OfferFacet.Experience, [facts.Experience?.ToString()]);
        Put(OfferFacet.Licence, facts.Licences.Select(ValueOf));
        Put(OfferFacet.Sector, facts.Sectors.Select(ValueOf));
        Put(OfferFacet.Telework, [facts.Telework?.ToString()]);
        Put(OfferFacet.EmployerKind, [facts.EmployerKind?.ToString()]);
        Put(OfferFacet.Board, [facts.Board]);
        Put(OfferFacet.Domain, [(offer.OccupationCode ?? offer.FamilyCode) is { Length: > 0 } code ? code[..1] : null]);
        return [.. values];

        void Put(OfferFacet facet, IEnumerable<string?> its)
        {
            var before = values.Count;
            foreach (var value in its)
            {
                if (!string.IsNullOrEmpty(value))
                {
                    Add(facet, value);
                }
            }

            if (values.Count == before)
            {
                Add(facet, OfferQuery.Unstated);
            }
        }

        void Add(OfferFacet facet, string value)
        {
            var number = (int)facet << OfferDocument.FacetShift | lore.Values[(int)facet].Number(value);
            if (!values.Contains(number))
            {
                values.Add(number);
            }
        }
    }

    /// <summary>What stands behind a name: something in brackets, or a legal form.</summary>
    [GeneratedRegex(@"\s*(?:\([^)]*\)|\b(?:srl|sprl|s\.?a\.?|nv|bv|bvba|asbl|vzw|scrl|cvba|sc|snc|gmbh))\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Addition();
}
