using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Testing;
using CareerPortal.Wages;

namespace CareerPortal.Core.Tests.Guides;

public sealed class GuideWarningsTests
{
    private static readonly DateOnly Today = new(2026, 11, 29);

    private static readonly GuideDocument Good = Sample.CompleteGuide().ToDocument();

    private static readonly KnownCodes Known = new(new Dictionary<GuideReferenceKind, IReadOnlySet<string>>(), hasMinimumWage: true)
    {
        Today = Today,
        Studies = StudyLevel.UpperSecondary,
        Floor = new WageFloor
        {
            From = new DateOnly(2026, 4, 1),
            MonthlyCents = 218_981,
            HourlyCents = 1_330,
            Source = Sample.Source,
        },
    };

    private static readonly ExchangeSet Shipped = ExchangeFolder.FirstContent.Read();

    /// <summary>Everything that the rules say of the guides that ship, each looked at and found true.</summary>
    private static readonly string[] TrueOfShippedGuides =
    [
        "guides/micro-taches-ia.fr.json: content.belgianFacts[0].text: LongSentence",
        "guides/micro-taches-ia.fr.json: content.microTasks.statusInBelgium[1].text: LongSentence",
        "guides/operateur-de-numerisation.fr.json: content.salaries[0]: BelowMinimumWage",
        "guides/operateur-de-numerisation.fr.json: content.salaryNotes[1]: LongSentence",
        "guides/operateur-de-numerisation.fr.json: content.faq[0].answer[0]: LongSentence",
    ];

    [Fact]
    public void Of_ShippedGuides_SaysOnlyWhatIsTrue()
    {
        Assert.Empty(ExchangeChecks.Check(Shipped, TestStore.Qualities));

        var found = ExchangeChecks.Warnings(Shipped, TestStore.Qualities, Today).Select(f => $"{f.File}: {f.Place}: {f.Kind}");

        Assert.Equal(TrueOfShippedGuides, found);
    }

    [Fact]
    public void Of_GoodGuide_SaysNothing() => Assert.Empty(GuideWarnings.Of(Good, "fr", Known));

    [Theory]
    [InlineData("2026-11-28", true)]
    [InlineData("2026-11-29", false)]
    public void Of_FigureWithItsLastDay_IsAgedFromTheDayAfter(string until, bool isAged)
    {
        var day = DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture);
        var content = Good.Content with { Figures = [new Figure("Ateliers", "12", Sample.Source, new DateOnly(2015, 1, 1), day)] };

        var faults = GuideWarnings.Of(Good with { Content = content }, "fr", Known);

        Assert.Equal(isAged ? [new GuideFault("content.figures[0]", FaultKind.AgedFact, until)] : [], faults);
    }

    [Fact]
    public void Of_SalaryWithoutLastDay_IsTrueForTwoYears()
    {
        var content = Good.Content with { Salaries = [Good.Content.Salaries[0] with { AsOf = new DateOnly(2024, 6, 30) }] };

        var faults = GuideWarnings.Of(Good with { Content = content }, "fr", Known);

        Assert.Equal([new GuideFault("content.salaries[0]", FaultKind.AgedFact, "2026-06-30")], faults);
    }

    [Theory]
    [InlineData(WorkStatus.Employee, PayPeriod.Month, 210_000, "2189,81 €")]
    [InlineData(WorkStatus.Employee, PayPeriod.Hour, 1_200, "13,30 €")]
    [InlineData(WorkStatus.Employee, PayPeriod.Month, 218_981, null)]
    [InlineData(WorkStatus.Platform, PayPeriod.Hour, 300, null)]
    [InlineData(WorkStatus.SelfEmployed, PayPeriod.Hour, 300, null)]
    public void Of_Pay_HoldsOnlyWagesAgainstTheMinimumInForce(WorkStatus status, PayPeriod period, long low, string? floor)
    {
        var pay = Good.Content.Salaries[0] with { Status = status, Period = period, LowCents = low, HighCents = 300_000 };

        var faults = GuideWarnings.Of(Good with { Content = Good.Content with { Salaries = [pay] } }, "fr", Known);

        Assert.Equal(floor is null ? [] : [new GuideFault("content.salaries[0]", FaultKind.BelowMinimumWage, floor)], faults);
    }

    [Theory]
    [InlineData("Au début, on gagne 2 200 à 2 600 € brut par mois.", null)]
    [InlineData("Au début, on gagne de 2.300 € à 2.500 € bruts par mois.", null)]
    [InlineData("Au début, on gagne 1 900 à 2 300 € brut par mois.", "1 900 à 2 300 € brut par mois")]
    [InlineData("On gagne 3 450,50 € brut par mois.", "3 450,50 € brut par mois")]
    [InlineData("Le salaire minimum est de 2 189,81 € brut par mois.", null)]
    [InlineData("Une indemnité de 150 € brut par mois s'y ajoute.", null)]
    [InlineData("Le loyer de l'atelier coûte 900 € par mois.", null)]
    [InlineData("Un indépendant demande 45 € de l'heure.", null)]
    public void Of_AmountInProse_IsHeldAgainstTheRangesOfItsKind(string text, string? amount)
    {
        var faults = GuideWarnings.Of(Saying(text), "fr", Known);

        Assert.Equal(amount is null ? [] : [new GuideFault("content.introduction[0]", FaultKind.AmountOutsideRanges, amount)], faults);
    }

    [Fact]
    public void Of_FigureThatSaysAnotherPay_Contradicts()
    {
        var content = Good.Content with { Figures = [new Figure("Salaire au début", "1 800 € brut par mois", Sample.Source, Today)] };

        var faults = GuideWarnings.Of(Good with { Content = content }, "fr", Known);

        Assert.Equal([new GuideFault("content.figures[0].value", FaultKind.AmountOutsideRanges, "1 800 € brut par mois")], faults);
    }

    [Theory]
    [InlineData("Un CESS suffit souvent, un bachelier aide.", StudyLevel.UpperSecondary, false)]
    [InlineData("Souvent un bachelier ou un master.", StudyLevel.UpperSecondary, true)]
    [InlineData("Le plus souvent, aucun diplôme.", StudyLevel.NoDiploma, false)]
    [InlineData("Un CESS suffit.", StudyLevel.Master, true)]
    [InlineData("On apprend sur place.", StudyLevel.Master, false)]
    public void Of_StudiesInKeyFacts_NameThoseOfTheOccupation(string text, StudyLevel asked, bool contradicts)
    {
        var content = Good.Content with { KeyFacts = Good.Content.KeyFacts! with { Studies = text } };

        var faults = GuideWarnings.Of(Good with { Content = content }, "fr", Known with { Studies = asked });

        Assert.Equal(contradicts ? [new GuideFault("content.keyFacts.studies", FaultKind.StudiesContradict, $"{asked}")] : [], faults);
    }

    [Fact]
    public void Of_FigureWithoutSource_IsTold()
    {
        var content = Good.Content with
        {
            Faq = [new Question("Combien ?", ["Environ 40 % du prix."]), new Question("Combien ?", ["Environ 40 % du prix."], [Sample.Source])],
            BelgianFacts =
            [
                new BelgianFact("Un fait", "On y paie 12 €.", Editorial: true),
                new BelgianFact("Un fait", "Il y en a peu.", Editorial: true),
            ],
        };

        var faults = GuideWarnings.Of(Good with { Content = content }, "fr", Known);

        Assert.Equal(
            [
                new GuideFault("content.faq[0].answer[0]", FaultKind.UnsourcedFigure, "40 %"),
                new GuideFault("content.belgianFacts[0].text", FaultKind.UnsourcedFigure, "12 €"),
            ],
            faults
        );
    }

    [Fact]
    public void Of_AddressThatDoesNotAnswer_IsToldOnceWhereTheGuideFirstLeadsToIt()
    {
        const string Dead = "https://source.example/enquete";
        var known = Known with
        {
            Addresses = new Dictionary<(GuideReferenceKind, string), string> { [(GuideReferenceKind.Source, Sample.Source)] = Dead },
            DeadAddresses = new HashSet<string> { Dead, "https://perdu.example/" },
        };

        var faults = GuideWarnings.Of(Saying("Voyez [la page](https://perdu.example/) et [l'autre](https://vit.example/)."), "fr", known);

        Assert.Equal(
            [
                new GuideFault("content.figures[0]", FaultKind.DeadLink, Dead),
                new GuideFault("content.introduction[0]", FaultKind.DeadLink, "https://perdu.example/"),
            ],
            faults
        );
    }

    [Theory]
    [InlineData("Deux  espaces.", FaultKind.ExtraSpace, "Deux espaces.")]
    [InlineData(" Une espace au début.", FaultKind.ExtraSpace, "Une espace au début.")]
    [InlineData("On dit \"relier\" ici.", FaultKind.StraightQuotes, "On dit « relier » ici.")]
    [InlineData("Le SMIC monte.", FaultKind.FrenchOnlyWord, "Le salaire minimum monte.")]
    [InlineData("Demandez à la mairie.", FaultKind.FrenchOnlyWord, "Demandez à la maison communale.")]
    [InlineData("Il y a soixante-dix-huit ateliers.", FaultKind.FrenchOnlyWord, "Il y a septante-huit ateliers.")]
    [InlineData("Les étudiants viennent.", FaultKind.GenderedWording, "Les étudiants et les étudiantes viennent.")]
    public void Of_WordingWithOneRightWay_IsMended(string text, FaultKind kind, string mended)
    {
        var fault = Assert.Single(GuideWarnings.Of(Saying(text), "fr", Known));

        Assert.Equal((kind, FaultSeverity.Warning), (fault.Kind, fault.Severity));
        Assert.Equal(new Mend("content.introduction[0]", text, mended), fault.Mend);
        Assert.Empty(GuideWarnings.Of(Saying(mended), "fr", Known));
    }

    [Theory]
    [InlineData("Inscrivez-vous à Pôle emploi.", FaultKind.FrenchOnlyWord, "Pôle emploi → le Forem, Actiris ou l’ADG")]
    [InlineData("Il faut un CAP.", FaultKind.FrenchOnlyWord, "CAP → certificat de qualification (CQ6), IFAPME ou SFPME")]
    [InlineData("L'annotateur doit lire.", FaultKind.GenderedWording, "L'annotateur → L'annotateur ou l’annotatrice")]
    public void Of_WordingThatTakesThought_IsToldWithoutAMend(string text, FaultKind kind, string value)
    {
        var fault = Assert.Single(GuideWarnings.Of(Saying(text), "fr", Known));

        Assert.Equal(new GuideFault("content.introduction[0]", kind, value), fault);
    }

    [Fact]
    public void Of_SentenceOfMoreThanThirtyWords_IsToldButNotAListOfThem()
    {
        var thirty = string.Join(' ', Enumerable.Repeat("mot", 30));

        Assert.Empty(GuideWarnings.Of(Saying($"{thirty} ; {thirty} : {thirty}."), "fr", Known));
        var fault = Assert.Single(GuideWarnings.Of(Saying($"{thirty} encore."), "fr", Known));

        Assert.Equal((FaultKind.LongSentence, "mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot…"), (fault.Kind, fault.Value));
    }

    [Fact]
    public void Of_LearnedPart_IsHardToRead()
    {
        const string Learned =
            "L'administration communautaire encourage systématiquement l'individualisation méthodologique des accompagnements professionnalisants. ";
        var learned = string.Concat(Enumerable.Repeat(Learned, 14)).Trim();

        var fault = Assert.Single(GuideWarnings.Of(Saying(learned), "fr", Known));

        Assert.Equal(("content.introduction", FaultKind.HardToRead), (fault.Path, fault.Kind));
        Assert.InRange(int.Parse(fault.Value!, System.Globalization.CultureInfo.InvariantCulture), -150, 49);
    }

    [Fact]
    public void Of_ParagraphThatStandsTwice_IsToldAtTheSecondPlace()
    {
        const string Same = "On coud les cahiers l'un après l'autre, puis on colle le dos et on attend une nuit.";
        var content = Good.Content with { Introduction = [Same], Advice = [new Advice("Attendre", Same)] };

        var faults = GuideWarnings.Of(Good with { Content = content }, "fr", Known);

        Assert.Equal(
            [new GuideFault("content.advice[0].text", FaultKind.RepeatedParagraph, "On coud les cahiers l'un après l'autre, puis on colle le dos…")],
            faults
        );
    }

    [Theory]
    [InlineData("COUDRE LES CAHIERS", "Coudre les cahiers")]
    [InlineData("PARLER AVEC LE FOREM", "Parler avec le Forem")]
    [InlineData("CVAT", null)]
    [InlineData("RGPD et IA", null)]
    public void Of_TitleInCapitals_IsWrittenSmall(string title, string? mended)
    {
        var document = Good with { Content = Good.Content with { Missions = [new Mission(title, "Faire.")] } };

        var faults = GuideWarnings.Of(document, "fr", Known);

        Assert.Equal(mended is null ? [] : [new Mend("content.missions[0].title", title, mended)], faults.Select(f => f.Mend!));
    }

    [Fact]
    public void Of_GuideInDutch_IsNotReadAsFrench() =>
        Assert.Empty(GuideWarnings.Of(Saying("De SMIC is \"iets\" voor les étudiants, 1 € brut par mois."), "nl", Known));

    private static GuideDocument Saying(string text) => Good with { Content = Good.Content with { Introduction = [text] } };
}
