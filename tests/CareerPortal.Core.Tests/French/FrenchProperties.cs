using System.Globalization;
using System.Text.RegularExpressions;
using CareerPortal.French;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareerPortal.Core.Tests.French;

public sealed partial class FrenchProperties
{
    private static readonly string[] Fragments =
    [
        "2 300",
        "2.300",
        "12,83",
        "08:30",
        "2025-06-30",
        "8h30",
        "5",
        "17h",
        "1 234 567",
        "€",
        "%",
        "$",
        "h",
        "min",
        "km",
        "dpi",
        "n°",
        "1er",
        "mot",
        "l'IA",
        "d'",
        "qu'",
        "«",
        "»",
        "\"",
        "“",
        "”",
        "'",
        "’",
        ":",
        ";",
        "!",
        "?",
        "...",
        "…",
        ".",
        ",",
        "-",
        "–",
        "(",
        ")",
        "[",
        "]",
        "*",
        " ",
        "  ",
        "\u00A0",
        "\u202F",
        "\n",
        "\t",
        "https://example.be/a?b:c",
        "a.b@example.be",
        "<b>",
        "</b>",
        "&amp;",
        "`x ? y`",
        "](/x)",
        "M.",
        "Mme",
        "Éva",
        "é",
        "\uE000",
        "A6K",
        "www.forem.be",
        "/",
        "+",
        "<",
        ">",
        "&",
        "@",
        "0",
    ];

    private static readonly string[] Tails = ["", " de données IA", " d’équipe", " en GED", " de l’ONEM", " polyvalent", " à l’école"];

    private static readonly (string, string)[] Heads =
    [
        ("annotateur", "annotatrice"),
        ("opérateur qualifié", "opératrice qualifiée"),
        ("chef", "cheffe"),
        ("technicien", "technicienne"),
        ("analyste", "analyste"),
        ("gestionnaire", "gestionnaire"),
        ("conseiller", "conseillère"),
        ("employé administratif", "employée administrative"),
        ("valet", "femme"),
        ("enseignant-chercheur", "enseignante-chercheuse"),
        ("écrivain public", "écrivaine publique"),
        ("huissier", "huissière"),
    ];

    private static Arbitrary<string> Prose() =>
        Gen.OneOf(Gen.Elements(Fragments).ListOf().Select(string.Concat), ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get))
            .ToArbitrary();

    private static Arbitrary<string> Words() =>
        Gen.OneOf(
                Gen.Elements(
                    "annotateur",
                    "handicap",
                    "IA",
                    "SPF",
                    "Forem",
                    "le métier",
                    "les outils",
                    "yeux",
                    "huit",
                    "Éva",
                    "l’ONEM",
                    "ouïe",
                    "« mot »",
                    "un",
                    "y aller"
                ),
                ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get)
            )
            .ToArbitrary();

    private static Arbitrary<GenderedTitle> Titles() =>
        (
            from head in Gen.Elements(Heads)
            from tail in Gen.Elements(Tails)
            select new GenderedTitle(head.Item1 + tail, head.Item2 + tail)
        ).ToArbitrary();

    [Property(MaxTest = 1000)]
    public Property Set_Twice_IsSetOnce() =>
        Prop.ForAll(
            Prose(),
            text =>
            {
                var once = Typography.Set(text);

                return (Typography.Set(once) == once).Label($"{Visible(text)} → {Visible(once)} → {Visible(Typography.Set(once))}");
            }
        );

    [Property(MaxTest = 1000)]
    public Property Set_AnyText_KeepsLettersAndDigits() =>
        Prop.ForAll(Prose(), text => LettersAndDigits(Typography.Set(text)) == LettersAndDigits(text));

    [Property(MaxTest = 1000)]
    public Property Set_AnyText_AddsNoDoubleSpace() =>
        Prop.ForAll(
            Prose(),
            text =>
                (DoubleSpace().Count(Typography.Set(text)) <= DoubleSpace().Count(text)).Label($"{Visible(text)} → {Visible(Typography.Set(text))}")
        );

    [Property]
    public Property De_AnyWord_BeginsWithD() => Prop.ForAll(Words(), word => Elision.De(word).StartsWith('d'));

    [Property(MaxTest = 1000)]
    public Property Faults_OfWhatDeWrites_AreNone() =>
        Prop.ForAll(
            Gen.Elements(
                    "annotateur",
                    "handicap",
                    "IA",
                    "SPF",
                    "RH",
                    "HLM",
                    "Forem",
                    "ONEM",
                    "KBR",
                    "le métier",
                    "les outils",
                    "yeux",
                    "yaourt",
                    "huit",
                    "onze",
                    "oui",
                    "ouate",
                    "Éva",
                    "l’ONEM",
                    "« mot »",
                    "un",
                    "y aller",
                    "héros",
                    "héroïne",
                    "Hainaut",
                    "A à Z",
                    "8 postes"
                )
                .ToArbitrary(),
            word => ElisionCheck.Faults(Elision.De(word)).Count == 0
        );

    [Property]
    public Property Faults_OfWhatTitlesWrite_AreNone() =>
        Prop.ForAll(
            Titles(),
            title =>
                new[] { title.AfterDe, title.SpokenAfterDe, title.WithLe, title.SpokenWithLe, title.WithUn, title.SpokenWithUn }.All(text =>
                    ElisionCheck.Faults("Le métier " + text).Count == 0
                )
        );

    [Property]
    public Property Faults_AnyText_AreWhereTheySay() =>
        Prop.ForAll(Prose(), text => ElisionCheck.Faults(text).All(fault => text.Substring(fault.Position, fault.Found.Length) == fault.Found));

    [Property]
    public Property Inclusive_EqualForms_IsItself() =>
        Prop.ForAll(Gen.Elements(Heads).ToArbitrary(), head => new GenderedTitle(head.Item2, head.Item2).Inclusive == head.Item2);

    [Property]
    public Property Parse_Both_IsTheTitle() => Prop.ForAll(Titles(), title => GenderedTitle.Parse(title.Both) == title);

    [Property]
    public Property Parse_SeedForm_IsTheTitle() =>
        Prop.ForAll(
            Titles(),
            title => GenderedTitle.Parse($"{Sentence.Capitalise(title.Masculine)} / {Sentence.Capitalise(title.Feminine)}") == title
        );

    [Property(MaxTest = 1000)]
    public Property TryParse_AnyText_NeverThrows() =>
        Prop.ForAll(Prose(), text => !GenderedTitle.TryParse(text, out var title) || (title.Inclusive.Length > 0 && title.Both.Length > 0));

    [Property]
    public Property Restore_Twice_IsRestoreOnce() => Prop.ForAll(Prose(), text => Acronyms.Restore(Acronyms.Restore(text)) == Acronyms.Restore(text));

    [Property]
    public Property Capitalise_AnyText_ChangesOnlyCase() =>
        Prop.ForAll(
            Prose(),
            text =>
                string.Equals(Sentence.Capitalise(text), text, StringComparison.OrdinalIgnoreCase)
                && Sentence.Capitalise(Sentence.Capitalise(text)) == Sentence.Capitalise(text)
        );

    private static string LettersAndDigits(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string Visible(string text) =>
        string.Concat(
            text.Select(c =>
                c is >= '!' and <= '~' || char.IsLetter(c) ? c.ToString() : $"{{{((int)c).ToString("X4", CultureInfo.InvariantCulture)}}}"
            )
        );

    [GeneratedRegex(@"[ \u00A0\u202F]{2}")]
    private static partial Regex DoubleSpace();
}
