using CareerPortal.Catalogue;
using CareerPortal.Offers;
using CareerPortal.Offers.Entries;
using CareerPortal.Offers.Sources;
using CareerPortal.Wages;

namespace CareerPortal.Core.Tests.Offers.Entries;

public sealed class OfferFormReaderTests
{
    private static readonly DateOnly Today = new(2026, 11, 29);

    private static readonly WageFloor Floor = new()
    {
        From = new DateOnly(2026, 4, 1),
        MonthlyCents = 218_981,
        HourlyCents = 1330,
        Source = "cnt",
    };

    private static readonly OfferTables Tables = new(
        new BelgianPlaces(
            [Town("92094", "Namur", "Namen"), Town("62063", "Liège", "Luik")],
            [Place("5000", "Namur", "92094"), Place("5100", "Jambes", "92094"), Place("4000", "Liège", "62063")]
        ),
        []
    );

    private static readonly TitleGender Genders = new([
        Occupation("boulanger", "boulangère"),
        Occupation("électricien du bâtiment", "électricienne du bâtiment"),
        Occupation("comptable", "comptable"),
        Occupation("directeur d'école", "directrice d'école"),
    ]);

    [Fact]
    public void Read_FormWithoutAFault_IsTheOfferItSays()
    {
        var verdict = Read(
            EntryStore.Form with
            {
                Places = "Namur\n4000",
                Hours = "38",
                Posts = "2",
                Experience = "UnderTwoYears",
                Studies = ["03"],
                Languages = ["nl", "en"],
                Licences = "b, ce",
                Telework = "Partly",
                LastDay = "2026-12-31",
            }
        );

        Assert.Empty(verdict.Faults);
        var facts = verdict.Facts;
        Assert.Equal(new OfferPay(250_000, 290_050, "EUR", OfferPayPeriod.Month), facts.Pay);
        Assert.Equal(["92094", "62063"], facts.Places.Select(p => p.Nis));
        Assert.Equal((ContractKind.Permanent, WorkRegime.FullTime, EmployerKind.Direct), (facts.Contract, facts.Regime, facts.EmployerKind));
        Assert.Equal(["B", "CE"], facts.Licences.Select(l => l.Code));
        Assert.Equal(["nl", "en"], facts.Languages.Select(l => l.Code));
        Assert.Equal((2, new DateOnly(2026, 12, 31), Today), (facts.Posts, facts.Expires, facts.Published));
    }

    [Fact]
    public void Read_LicenceOfNoCategory_NamesTheCategories()
    {
        var fault = Assert.Single(Read(EntryStore.Form with { Licences = "Z" }).Faults);

        Assert.Equal((OfferFormField.Licences, OfferFaultKind.UnknownLicence, true), (fault.Field, fault.Kind, fault.IsError));
    }

    [Theory]
    [InlineData(null, 60)]
    [InlineData(-3, 60)]
    [InlineData(59, 60)]
    [InlineData(61, 61)]
    [InlineData(150, 150)]
    public void UsualRenewal_IsNeverEarlierThanTheLastDay(int? lastDay, int renewed) =>
        Assert.Equal(Today.AddDays(renewed), OfferFormReader.UsualRenewal(lastDay is { } days ? Today.AddDays(days) : null, Today));

    [Fact]
    public void Read_EmptyForm_AsksForWhatIsMissing()
    {
        var faults = Read(new OfferForm()).Faults;

        Assert.Equal(
            [
                (OfferFormField.Title, OfferFaultKind.Missing),
                (OfferFormField.Employer, OfferFaultKind.Missing),
                (OfferFormField.Kind, OfferFaultKind.Missing),
                (OfferFormField.Places, OfferFaultKind.Missing),
                (OfferFormField.Contract, OfferFaultKind.Missing),
                (OfferFormField.Regime, OfferFaultKind.Missing),
                (OfferFormField.PayLow, OfferFaultKind.NoPay),
                (OfferFormField.Missions, OfferFaultKind.Missing),
                (OfferFormField.ApplyUrl, OfferFaultKind.NoWayToApply),
            ],
            faults.Select(f => (f.Field, f.Kind))
        );
        Assert.All(faults, f => Assert.True(f.IsError));
    }

    [Fact]
    public void Read_NoLastDay_StandsSixtyDays() => Assert.Equal(Today.AddDays(60), Read(EntryStore.Form).Facts.Expires);

    [Theory]
    [InlineData("Boulanger", "Boulanger·ère (H/F/X)")]
    [InlineData("Boulangère de nuit", "Boulanger·ère de nuit (H/F/X)")]
    [InlineData("Électricien", "Électricien·ne (H/F/X)")]
    [InlineData("Assistant directeur", "Assistant directeur·rice (H/F/X)")]
    [InlineData("Zingueur", "Zingueur (H/F/X)")]
    public void Read_TitleOfOneGender_IsRefusedWithItsMend(string title, string mend)
    {
        var fault = Assert.Single(Read(EntryStore.Form with { Title = title }).Faults);

        Assert.Equal((OfferFormField.Title, OfferFaultKind.OneGender, mend, true), (fault.Field, fault.Kind, fault.Detail, fault.IsError));
        Assert.Empty(Read(EntryStore.Form with { Title = mend }).Faults);
    }

    [Theory]
    [InlineData("Boulanger (H/F/X)")]
    [InlineData("Boulanger / Boulangère")]
    [InlineData("Boulanger-ère (M/V/X)")]
    [InlineData("Électricien(ne)")]
    [InlineData("Comptable")]
    [InlineData("Secrétaire du directeur")]
    [InlineData("Responsable de boulangerie")]
    public void Read_TitleOfAllGenders_Passes(string title) => Assert.Empty(Read(EntryStore.Form with { Title = title }).Faults);

    [Theory]
    [InlineData("5100 Jambes", null)]
    [InlineData("namur (5000)", null)]
    [InlineData("Liège", null)]
    [InlineData("Nulle-Part", OfferFaultKind.UnknownPlace)]
    [InlineData("9999", OfferFaultKind.UnknownPlace)]
    [InlineData("Belgique", OfferFaultKind.UnknownPlace)]
    [InlineData("5000 Liège", OfferFaultKind.UnsurePlace)]
    public void Read_Place_IsOneThatTheTablesKnow(string typed, OfferFaultKind? expected)
    {
        var verdict = Read(EntryStore.Form with { Places = typed });

        Assert.Equal(expected, verdict.Faults is [var fault] ? fault.Kind : null);
        Assert.Equal(expected != OfferFaultKind.UnknownPlace, verdict.Facts.Places.Count == 1);
    }

    [Theory]
    [InlineData("", "", "", "CP 118, barème B", null)]
    [InlineData("", "", "", "", OfferFaultKind.NoPay)]
    [InlineData("2 500", "", "", "", OfferFaultKind.Missing)]
    [InlineData("2500", "2400", "Month", "", OfferFaultKind.ReversedPay)]
    [InlineData("beaucoup", "", "Month", "", OfferFaultKind.Unreadable)]
    [InlineData("-5", "", "Month", "", OfferFaultKind.Unreadable)]
    [InlineData("2500", "6000", "Month", "", OfferFaultKind.WidePay)]
    [InlineData("15,20", "", "Hour", "", null)]
    [InlineData("13,29", "", "Hour", "", OfferFaultKind.BelowMinimumWage)]
    [InlineData("2.189,80 €", "2.500", "Month", "", OfferFaultKind.BelowMinimumWage)]
    [InlineData("2.189,81 €", "2.500", "Month", "", null)]
    [InlineData("26 000", "30 000", "Year", "", OfferFaultKind.BelowMinimumWage)]
    public void Read_Pay_IsStatedPlausibleAndHeldAgainstTheMinimum(string low, string high, string period, string scale, OfferFaultKind? expected)
    {
        var form = EntryStore.Form with { PayLow = low, PayHigh = high, PayPeriod = period, PayScale = scale };

        var faults = Read(form).Faults;

        Assert.Equal(expected, faults is [var fault] ? fault.Kind : null);
        Assert.InRange(faults.Count, 0, 1);
    }

    [Fact]
    public void Read_HalfTimePay_IsHeldAgainstHalfTheMinimumWithTheFigure()
    {
        var half = EntryStore.Form with { Regime = "PartTime", Hours = "19", PayLow = "1000", PayHigh = "1200" };

        var fault = Assert.Single(Read(half).Faults);

        Assert.Equal((OfferFaultKind.BelowMinimumWage, "1094,91 €", false), (fault.Kind, fault.Detail, fault.IsError));
        Assert.Empty(Read(half with { Hours = "" }).Faults);
        Assert.Empty(Read(half with { Contract = "Student" }).Faults);
    }

    [Theory]
    [InlineData("2026-11-28", OfferFaultKind.Past)]
    [InlineData("2026-11-29", null)]
    [InlineData("29/05/2027", null)]
    [InlineData("2027-05-30", OfferFaultKind.TooFar)]
    [InlineData("demain", OfferFaultKind.Unreadable)]
    public void Read_LastDay_LiesWithinSixMonths(string typed, OfferFaultKind? expected) =>
        Assert.Equal(expected, Read(EntryStore.Form with { LastDay = typed }).Faults is [var fault] ? fault.Kind : null);

    [Theory]
    [InlineData("Indiquez votre salaire actuel.", OfferFaultKind.AsksPastPay, true)]
    [InlineData("Joignez vos DERNIÈRES FICHES DE PAIE.", OfferFaultKind.AsksPastPay, true)]
    [InlineData("Des frais de dossier de 50 € sont demandés.", OfferFaultKind.AsksMoney, true)]
    [InlineData("Envoyez une copie de votre carte d’identité.", OfferFaultKind.AsksMoney, true)]
    [InlineData("Vous rejoignez une jeune équipe.", OfferFaultKind.Age, false)]
    [InlineData("De préférence un homme.", OfferFaultKind.Sex, false)]
    [InlineData("Être de nationalité belge.", OfferFaultKind.Origin, false)]
    [InlineData("Vous êtes célibataire.", OfferFaultKind.Family, false)]
    [InlineData("Vous êtes en bonne santé.", OfferFaultKind.Health, false)]
    [InlineData("Joindre une photo.", OfferFaultKind.Appearance, false)]
    [InlineData("Voyez https://www.example.com/x pour la suite.", OfferFaultKind.LinkInText, false)]
    [InlineData("Appelez le 081 22 33 44.", OfferFaultKind.PhoneInText, false)]
    [InlineData("Appelez le +32 470 12 34 56.", OfferFaultKind.PhoneInText, false)]
    [InlineData("<b>Important</b>", OfferFaultKind.Markup, false)]
    public void Read_WordsThatDoNotBelong_AreFound(string words, OfferFaultKind kind, bool isError)
    {
        var fault = Assert.Single(Read(EntryStore.Form with { Profile = words }).Faults);

        Assert.Equal((OfferFormField.Profile, kind, isError), (fault.Field, fault.Kind, fault.IsError));
    }

    [Fact]
    public void Read_AddressInTheTitle_IsRefused()
    {
        var fault = Assert.Single(Read(EntryStore.Form with { Title = "URGENT compte bloqué www.example.com (H/F/X)" }).Faults, f => f.IsError);

        Assert.Equal((OfferFormField.Title, OfferFaultKind.LinkInTitle), (fault.Field, fault.Kind));
    }

    [Fact]
    public void Read_WordsThatDoNotBelong_AreShownAsTheyWereWritten() =>
        Assert.Equal("JEUNE-Équipe", Assert.Single(Read(EntryStore.Form with { Profile = "Rejoignez une JEUNE-Équipe, vite." }).Faults).Detail);

    [Theory]
    [InlineData("Vous accompagnez des jeunes dans une maison de jeunes.")]
    [InlineData("Vous encodez les comptes et les acomptes des clients.")]
    [InlineData("Le salaire suit le barème ; un numéro d’entreprise : 0123.456.789.")]
    [InlineData("De 8 h à 16 h 30, du 01/02/2027 au 31/12/2027, 38 heures par semaine.")]
    public void Read_WordsThatOnlyLookLikeIt_Pass(string words) => Assert.Empty(Read(EntryStore.Form with { Profile = words }).Faults);

    [Theory]
    [InlineData("https://www.example.com/postuler", "", null)]
    [InlineData("http://www.example.com/postuler", "", OfferFaultKind.NotSecure)]
    [InlineData("javascript:alert(1)", "", OfferFaultKind.NotSecure)]
    [InlineData("https://moi@example.com/", "", OfferFaultKind.NotSecure)]
    [InlineData("", "emploi@", OfferFaultKind.NotAnEmail)]
    [InlineData("", "emploi@example.com", null)]
    public void Read_WayToApply_IsOneThatAPageMayLeadTo(string url, string email, OfferFaultKind? expected) =>
        Assert.Equal(
            expected,
            Read(EntryStore.Form with { ApplyUrl = url, ApplyEmail = email })
                .Faults.Select(f => (OfferFaultKind?)f.Kind)
                .FirstOrDefault(k => k != OfferFaultKind.NoWayToApply)
        );

    [Theory]
    [InlineData("Permanent2")]
    [InlineData("0")]
    [InlineData("permanent")]
    public void Read_ValueOfNoList_IsRefused(string contract) =>
        Assert.Equal(OfferFaultKind.Unreadable, Assert.Single(Read(EntryStore.Form with { Contract = contract }).Faults).Kind);

    [Fact]
    public void Read_TextThatIsTooLong_IsToldAndNotCutInSilence()
    {
        var form = OfferFormText.Clean(EntryStore.Form with { Missions = new string('a', OfferForm.TextMaxLength * 3) });

        var fault = Assert.Single(Read(form).Faults);

        Assert.Equal((OfferFormField.Missions, OfferFaultKind.TooLong, "6000"), (fault.Field, fault.Kind, fault.Detail));
    }

    [Fact]
    public void Clean_TextOfSeveralParagraphs_KeepsThemAndNothingUntyped()
    {
        var form = OfferFormText.Clean(EntryStore.Form with { Missions = "  Un\u0000.\r\n\r\n\r\n- Deux \t trois\u202E\n" });

        Assert.Equal("Un.\n\n- Deux trois", form.Missions);
    }

    [Theory]
    [InlineData("BOULANGER·ÈRE DE NUIT (H/F/X)", true)]
    [InlineData("Boulanger·ère BIO (H/F/X)", false)]
    public void Read_TitleInCapitals_IsWarnedOf(string title, bool warns) =>
        Assert.Equal(warns, Read(EntryStore.Form with { Title = title }).Faults.Any(f => f.Kind == OfferFaultKind.Capitals));

    [Fact]
    public void Read_WhollyFromHome_NeedsNoPlace() => Assert.Empty(Read(EntryStore.Form with { Places = "", Telework = "Wholly" }).Faults);

    private static OfferVerdict Read(OfferForm form) => new OfferFormReader(Tables, Genders, Floor, Today).Read(form, null);

    private static CatalogueFacts Occupation(string masculine, string feminine) =>
        new()
        {
            Masculine = masculine,
            Feminine = feminine,
            Parent = "A1101",
            Domain = "A11",
        };

    private static Municipality Town(string nis, string french, string dutch) =>
        new()
        {
            Nis = nis,
            French = french,
            Dutch = dutch,
            Province = french,
            Region = "Région wallonne",
            Postcode = "",
            Aliases = [],
        };

    private static Locality Place(string postcode, string name, string nis) =>
        new()
        {
            Postcode = postcode,
            Name = name,
            Nis = nis,
            Latitude = 50,
            Longitude = 5,
        };
}
