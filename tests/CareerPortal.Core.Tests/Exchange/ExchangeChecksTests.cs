using CareerPortal.Directories;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Exchange;

public sealed class ExchangeChecksTests : IDisposable
{
    private const string GuideName = "guides/relieur.fr.json";

    private static readonly GuideFile Complete = Sample.CompleteGuide();
    private static readonly ExchangeSet Good = Sample.Set(Complete);

    /// <summary>
    /// A set with one fault of each kind, and where it must be found. A file that cannot be read has tests of its own below, one that nothing
    /// reads with the command.
    /// </summary>
    private static readonly Dictionary<FaultKind, (ExchangeSet Set, string File, string Place)> Provoked = new()
    {
        [FaultKind.UnknownFormat] = (With(g => g with { Format = 2 }), GuideName, "format"),
        [FaultKind.UnknownLanguage] = (With(g => g with { Language = "it" }), GuideName, "language"),
        [FaultKind.InvalidCode] = (With(g => g with { Slug = "Relieur d'art" }), GuideName, "slug"),
        [FaultKind.DuplicateCode] = (Good with { Sources = [.. Good.Sources, .. Good.Sources] }, "sources.json", "code"),
        [FaultKind.UnknownCode] = (With(c => c with { Similar = [new("nulle-part", "Proche.")] }), GuideName, "content.similar[0]"),
        [FaultKind.EmptySection] = (With(c => c with { Tools = [] }), GuideName, "content.tools"),
        [FaultKind.EmptyText] = (With(c => c with { Missions = [new("Faire", " ")] }), GuideName, "content.missions[0].text"),
        [FaultKind.TooLong] = (With(c => c with { Summary = new string('a', GuideContent.SummaryMaxLength + 1) }), GuideName, "content.summary"),
        [FaultKind.Markup] = (With(c => c with { Hook = "<b>Venez</b>" }), GuideName, "content.hook"),
        [FaultKind.MissingSource] = (With(c => c with { BelgianFacts = [new("Un fait", "Sans source.")] }), GuideName, "content.belgianFacts[0]"),
        [FaultKind.HomePageForALaw] = (
            Citing(s => s with { Kind = SourceKind.Law, Url = "https://www.ejustice.just.fgov.be" }),
            "sources.json",
            "enquete-2026.url"
        ),
        [FaultKind.NotAWebAddress] = (Citing(s => s with { Url = "javascript:alert(1)" }), "sources.json", "enquete-2026.url"),
        [FaultKind.UnmarkedDocument] = (Citing(s => s with { Kind = SourceKind.InitiatorDocument }), "sources.json", "enquete-2026.toVerify"),
        [FaultKind.UnknownPlaceholder] = (
            With(c => c with { SalaryNotes = ["Au moins {minimum.day} par jour."] }),
            GuideName,
            "content.salaryNotes[0]"
        ),
        [FaultKind.FigureInBriefGuide] = (With(g => g with { Kind = GuideKind.Brief }), GuideName, "content"),
        [FaultKind.ReversedRange] = (
            With(c => c with { Salaries = [c.Salaries[0] with { LowCents = 2, HighCents = 1 }] }),
            GuideName,
            "content.salaries[0]"
        ),
        [FaultKind.OutOfRange] = (
            Good with
            {
                Occupations = [Good.Occupations[0] with { Requirements = [new("detail", 6, 3, RequirementOrigin.Counsellor)] }],
            },
            "occupations.json",
            "relieur.requirements.detail.importance"
        ),
        [FaultKind.NotAPostcode] = (
            Good with
            {
                TrainingCentres = [Good.TrainingCentres[0] with { Postcode = "ABCDE" }],
            },
            "training-centres.json",
            "centre-namur.postcode"
        ),
        [FaultKind.OutsideBelgium] = (
            Good with
            {
                TrainingCentres = [Good.TrainingCentres[0] with { Latitude = 999 }],
            },
            "training-centres.json",
            "centre-namur.latitude"
        ),
        [FaultKind.Elision] = (With(c => c with { Hook = "Le métier de annotateur." }), GuideName, "content.hook"),
        [FaultKind.OtherRegister] = (With(c => c with { Hook = "Et si tu venais ?" }), GuideName, "content.hook"),
    };

    private readonly TestStore _store = new();

    public static TheoryData<FaultKind> Kinds =>
        [
            .. Enum.GetValues<FaultKind>()
                .Where(k => FaultSeverities.Of(k) == FaultSeverity.Error)
                .Except([FaultKind.Unreadable, FaultKind.UnknownFile]),
        ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Check_SmallValidSet_FindsNothing() =>
        Assert.Empty(ExchangeChecks.Check(Sample.Set(Complete, Sample.BriefGuide("autre")), TestStore.Qualities));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Check_OneFault_NamesFileAndPlace(FaultKind kind)
    {
        var (set, file, place) = Provoked[kind];

        var fault = Assert.Single(ExchangeChecks.Check(set, TestStore.Qualities), f => f.Kind == kind);

        Assert.Equal((file, place), (fault.File, fault.Place));
    }

    [Theory]
    [InlineData(FaultKind.UnknownCode, "detail-99")]
    [InlineData(FaultKind.UnknownCode, "patience-7")]
    [InlineData(FaultKind.UnknownCode, "detail-1")]
    [InlineData(FaultKind.DuplicateCode, "detail-6", "detail-6")]
    [InlineData(FaultKind.OutOfRange, "detail-3", "detail-5", "detail-6", "detail-7")]
    public void Check_QuestionThatARequirementCannotName_IsAFault(FaultKind kind, params string[] items)
    {
        var set = Good with
        {
            Occupations = [Good.Occupations[0] with { Requirements = [new("detail", 5, 3, RequirementOrigin.Counsellor, Items: items)] }],
        };

        var fault = Assert.Single(ExchangeChecks.Check(set, TestStore.Qualities), f => f.Place == "relieur.requirements.detail.items");

        Assert.Equal(kind, fault.Kind);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ApplyAsync_OneFault_StoresNothing(FaultKind kind)
    {
        var failure = await Assert.ThrowsAsync<ExchangeFaultException>(() => _store.ImportAsync(Provoked[kind].Set, Cancellation));

        Assert.Contains(failure.Faults, f => f.Kind == kind);
        await using var context = _store.CreateDbContext();
        Assert.False(
            await context.Occupations.AnyAsync(Cancellation)
                || await context.Sources.AnyAsync(Cancellation)
                || await context.Guides.AnyAsync(Cancellation)
        );
    }

    [Theory]
    [InlineData("{", "$")]
    [InlineData("""{"format": 1}""", "$")]
    [InlineData("""{"format": "eins"}""", "$.format")]
    [InlineData("""{"format": 1, "format": 1}""", "$.format")]
    [InlineData("""{"unknown": 1}""", "$.unknown")]
    public void Read_FileThatIsNoGuide_NamesFileAndPlace(string text, string place)
    {
        var folder = WriteGuide(text);

        var failure = Assert.Throws<ExchangeFaultException>(folder.Read);

        var fault = Assert.Single(failure.Faults);
        Assert.Equal((GuideName, FaultKind.Unreadable), (fault.File, fault.Kind));
        Assert.StartsWith(place, fault.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NullInAList_NamesFileAndPlace()
    {
        var text = ExchangeJson
            .Write(Complete, indented: false)
            .Replace("""["Un métier ancien.","Un métier utile."]""", """["Un métier ancien.",null]""", StringComparison.Ordinal);
        var folder = WriteGuide(text);

        var failure = Assert.Throws<ExchangeFaultException>(folder.Read);

        Assert.Equal((GuideName, "$.content.introduction[1]"), (Assert.Single(failure.Faults).File, failure.Faults[0].Place));
    }

    [Fact]
    public void Check_OccupationWithTwoGuidesInOneLanguage_NamesTheSecondFile()
    {
        var set = Good with
        {
            Guides = new Dictionary<string, GuideFile> { ["guides/a.json"] = Complete, ["guides/b.json"] = Complete with { Slug = "relieuse" } },
        };

        var fault = Assert.Single(ExchangeChecks.Check(set, TestStore.Qualities));

        Assert.Equal(("guides/b.json", "occupation", FaultKind.DuplicateCode), (fault.File, fault.Place, fault.Kind));
    }

    [Fact]
    public void Check_AddressGivenTwice_NamesTheSecondFile()
    {
        var set = Sample.Set(Complete, Sample.BriefGuide("autre"));
        set = set with { Guides = set.Guides.ToDictionary(g => g.Key, g => g.Value with { Slug = "relieur" }) };

        var fault = Assert.Single(ExchangeChecks.Check(set, TestStore.Qualities));

        Assert.Equal(("guides/autre.fr.json", "slug", FaultKind.DuplicateCode), (fault.File, fault.Place, fault.Kind));
    }

    [Theory]
    [InlineData("https://eur-lex.europa.eu/eli/reg/2016/679/oj")]
    [InlineData(null)]
    public void Check_LawWithItsOwnAddressOrNone_FindsNothing(string? url) =>
        Assert.Empty(
            ExchangeChecks.Check(
                Citing(s => s with { Kind = SourceKind.Law, Reference = "art. 29", Url = url, ConsultedOn = null }),
                TestStore.Qualities
            )
        );

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//evil.example")]
    [InlineData("not a url")]
    [InlineData("www.source.example")]
    [InlineData("/metiers")]
    [InlineData("ftp://source.example")]
    [InlineData("http:source.example")]
    [InlineData("https://")]
    [InlineData("https://source.example@evil.example")]
    [InlineData("https://source.example/une page")]
    [InlineData(" https://source.example")]
    public void Check_TextThatIsNoWebAddress_IsRefusedWhereverOneStands(string text)
    {
        var set = Good with
        {
            TrainingCentres = [Good.TrainingCentres[0] with { Website = text }],
            Platforms = [Good.Platforms[0] with { Website = text }],
            GuidanceServices = [Good.GuidanceServices[0] with { Website = text }],
            Sources = [Good.Sources[0] with { Url = text }],
        };

        var faults = ExchangeChecks
            .Check(set, TestStore.Qualities)
            .Where(f => f.Kind == FaultKind.NotAWebAddress)
            .Select(f => (f.File, f.Place, f.Value));

        Assert.Equal(
            [
                ("training-centres.json", "centre-namur.website", text),
                ("platforms.json", "plateforme.website", text),
                ("guidance-services.json", "maison-d-essai.website", text),
                ("sources.json", "enquete-2026.url", text),
            ],
            faults
        );
    }

    [Fact]
    public void Check_MinimumWageInASummary_IsRefusedAsListsShowItUnfilled()
    {
        var fault = Assert.Single(ExchangeChecks.Check(With(c => c with { Summary = "Au moins {minimum.month}." }), TestStore.Qualities));

        Assert.Equal(("content.summary", FaultKind.UnknownPlaceholder, "{minimum.month}"), (fault.Place, fault.Kind, fault.Value));
    }

    [Fact]
    public void Check_MinimumWageWithoutOneInTheSet_IsRefused()
    {
        var set = With(c => c with { SalaryNotes = ["Au moins {minimum.month}."] }) with { WageFloors = [] };

        Assert.Equal(FaultKind.UnknownPlaceholder, Assert.Single(ExchangeChecks.Check(set, TestStore.Qualities)).Kind);
    }

    [Fact]
    public void Check_GuidanceConfirmedWithoutBeingThere_IsRefused()
    {
        var service = Good.GuidanceServices[0] with
        {
            Phone = null,
            PhoneConfirmed = true,
            Offices = [new("Namur", Confirmed: true), new(" ", PhoneConfirmed: true)],
        };

        var faults = ExchangeChecks
            .Check(Good with { GuidanceServices = [service, service] }, TestStore.Qualities)
            .Select(f => (f.Place, f.Kind))
            .Distinct();

        Assert.Equal(
            [
                ("code", FaultKind.DuplicateCode),
                ("maison-d-essai.offices[1].locality", FaultKind.EmptyText),
                ("maison-d-essai.phone", FaultKind.EmptyText),
                ("maison-d-essai.offices[0].street", FaultKind.EmptyText),
                ("maison-d-essai.offices[1].phone", FaultKind.EmptyText),
            ],
            faults
        );
    }

    [Fact]
    public void Check_DirectoriesWithFaults_NamesEach()
    {
        var set = Good with
        {
            TrainingCentres = [Good.TrainingCentres[0] with { Postcode = new string('5', 11) }],
            Platforms = [Good.Platforms[0] with { Name = "" }],
            Sources = [Good.Sources[0] with { Title = new string('t', 301) }],
            WageFloors = [Good.WageFloors[0], Good.WageFloors[0]],
        };

        var faults = ExchangeChecks.Check(set, TestStore.Qualities).Select(f => (f.File, f.Place, f.Kind));

        Assert.Equal(
            [
                ("training-centres.json", "centre-namur.postcode", FaultKind.TooLong),
                ("platforms.json", "plateforme.name", FaultKind.EmptyText),
                ("sources.json", "enquete-2026.title", FaultKind.TooLong),
                ("wage-floors.json", "from", FaultKind.DuplicateCode),
            ],
            faults
        );
    }

    [Fact]
    public void Check_PlacesDaysAndAmountsThatCannotBe_NamesEach()
    {
        var set = Good with
        {
            TrainingCentres = [Good.TrainingCentres[0] with { Postcode = "ABCDE", Latitude = 999, Longitude = -4.9 }],
            JobZones = [Good.JobZones[0] with { OtherPoint = new MapPoint(48.9, 5) }],
            GuidanceServices = [Good.GuidanceServices[0] with { AsOfYear = 20_244, Offices = [new("Namur", Postcode: "0999")] }],
            Sources = [Good.Sources[0] with { PublishedOn = new DateOnly(20, 1, 1) }],
            WageFloors = [Good.WageFloors[0] with { MonthlyCents = 10_000_001, HourlyCents = 0 }],
        };

        var faults = ExchangeChecks.Check(set, TestStore.Qualities).Select(f => (f.Place, f.Kind));

        Assert.Equal(
            [
                ("centre-namur.postcode", FaultKind.NotAPostcode),
                ("centre-namur.latitude", FaultKind.OutsideBelgium),
                ("centre-namur.longitude", FaultKind.OutsideBelgium),
                ($"{Good.JobZones[0].Code}.otherPoint.latitude", FaultKind.OutsideBelgium),
                ("maison-d-essai.asOfYear", FaultKind.OutOfRange),
                ("maison-d-essai.offices[0].postcode", FaultKind.NotAPostcode),
                ($"{Good.Sources[0].Code}.publishedOn", FaultKind.OutOfRange),
                ($"{Good.WageFloors[0].From:yyyy-MM-dd}.monthlyCents", FaultKind.OutOfRange),
                ($"{Good.WageFloors[0].From:yyyy-MM-dd}.hourlyCents", FaultKind.OutOfRange),
            ],
            faults
        );
    }

    [Fact]
    public void Check_ExchangeRatesWithFaults_NamesEach()
    {
        var good = Good.ExchangeRates[0];
        var set = Good with
        {
            ExchangeRates =
            [
                good,
                good,
                good with
                {
                    Currency = "usd",
                },
                good with
                {
                    Currency = "EUR",
                },
                good with
                {
                    On = good.On.AddDays(1),
                    UnitsPerEuro = 0,
                    Source = "nulle-part",
                },
            ],
        };

        var faults = ExchangeChecks.Check(set, TestStore.Qualities).Select(f => (f.File, f.Place, f.Kind));

        Assert.Equal(
            [
                ("exchange-rates.json", "usd.2026-01-15.currency", FaultKind.InvalidCode),
                ("exchange-rates.json", "EUR.2026-01-15.currency", FaultKind.InvalidCode),
                ("exchange-rates.json", "USD.2026-01-16.source", FaultKind.UnknownCode),
                ("exchange-rates.json", "USD.2026-01-16.unitsPerEuro", FaultKind.OutOfRange),
                ("exchange-rates.json", "on", FaultKind.DuplicateCode),
            ],
            faults
        );
    }

    [Fact]
    public void Check_SearchMeaningsWithFaults_NamesEach()
    {
        var set = Good with { SearchMeanings = [new("maison", "fr", ["chez soi"]), new("maison", "fr", []), new("thuis", "xx", ["thuis"], [" "])] };

        var faults = ExchangeChecks.Check(set, TestStore.Qualities).Select(f => (f.File, f.Place, f.Kind));

        Assert.Equal(
            [
                ("search-meanings.json", "code", FaultKind.DuplicateCode),
                ("search-meanings.json", "maison.said", FaultKind.EmptySection),
                ("search-meanings.json", "thuis.means[0]", FaultKind.EmptyText),
                ("search-meanings.json", "thuis.language", FaultKind.UnknownLanguage),
            ],
            faults
        );
    }

    private static ExchangeSet With(Func<GuideFile, GuideFile> change) =>
        Good with
        {
            Guides = new Dictionary<string, GuideFile> { [GuideName] = change(Complete) },
        };

    private static ExchangeSet With(Func<GuideContent, GuideContent> change) => With((GuideFile g) => g with { Content = change(g.Content) });

    private static ExchangeSet Citing(Func<SourceEntry, SourceEntry> change) => Good with { Sources = [change(Good.Sources[0])] };

    private ExchangeFolder WriteGuide(string text)
    {
        Directory.CreateDirectory(Path.Combine(_store.Folder, "files", "guides"));
        File.WriteAllText(Path.Combine(_store.Folder, "files", GuideName), text);
        return ExchangeFolder.At(Path.Combine(_store.Folder, "files"));
    }
}
