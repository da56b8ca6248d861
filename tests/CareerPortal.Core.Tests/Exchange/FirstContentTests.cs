using System.Globalization;
using CareerPortal.Directories;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Exchange;

public sealed class FirstContentTests : IDisposable
{
    private static readonly ExchangeSet Content = ExchangeFolder.FirstContent.Read();

    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Check_FirstContent_FindsNothing()
    {
        Assert.Equal(3, Content.Guides.Values.Count(g => g.Kind == GuideKind.Complete));
        Assert.InRange(Content.Guides.Values.Count(g => g.Kind == GuideKind.Brief), 10, int.MaxValue);
        Assert.Empty(ExchangeChecks.Check(Content, TestStore.Qualities));
    }

    [Fact]
    public void FirstContent_Guides_LieInFilesOfTheirName() => Assert.All(Content.Guides, g => Assert.Equal(ExchangeFolder.NameOf(g.Value), g.Key));

    [Fact]
    public void FirstContent_FiguresAndPay_CiteASourceThatIsNotThePortalItselfOrIsMarked()
    {
        var sources = Content.Sources.ToDictionary(s => s.Code);
        var cited = Content
            .Guides.Values.SelectMany(g => GuideReferences.Of(g.Content, GuideReferenceKind.Source))
            .Concat(Content.WageFloors.Select(f => f.Source))
            .Concat(Content.Platforms.Select(p => p.Source))
            .Distinct()
            .Select(c => sources[c])
            .ToList();

        Assert.DoesNotContain(
            cited,
            s =>
                s.Publisher.Contains("Passerelle", StringComparison.OrdinalIgnoreCase)
                || s.Publisher.Contains("Rédaction", StringComparison.OrdinalIgnoreCase)
        );
        Assert.All(cited, s => Assert.Equal(s.Kind == SourceKind.InitiatorDocument, s.ToVerify));
        Assert.All(
            Content.Guides.Values.SelectMany(g => g.Content.Salaries),
            s => Assert.True(sources[s.Source].ToVerify || sources[s.Source].Kind == SourceKind.Statistics, s.Source)
        );
        Assert.All(
            Content.Sources.Where(s => s.Kind == SourceKind.InitiatorDocument),
            s => Assert.Equal((2025, 6), (s.PublishedOn?.Year, s.PublishedOn?.Month))
        );
    }

    [Fact]
    public void FirstContent_Guides_AreReadAgainBeforeTheirFirstFigureAges() =>
        Assert.All(
            Content.Guides.Values,
            g =>
                Assert.All(
                    g.Content.Figures.Select(f => f.ValidUntil)
                        .Concat(g.Content.Salaries.Select(s => s.ValidUntil))
                        .Concat(g.Content.BelgianFacts.Select(f => f.ValidUntil))
                        .OfType<DateOnly>(),
                    day => Assert.True(g.ReviewDueOn <= day, $"{g.Slug} is read again on {g.ReviewDueOn}, after {day}")
                )
        );

    [Fact]
    public void FirstContent_TextsInDutch_SayJe()
    {
        var texts = Content
            .JobZones.Select(z => z.Description)
            .Concat(Content.Platforms.SelectMany(p => new[] { p.Description, p.Access, p.Payment }))
            .Concat(Content.TrainingCentres.Select(c => c.Description))
            .Concat(Content.GuidanceServices.SelectMany(s => new[] { s.Role, s.Description, s.Audience }));

        Assert.All(texts, t => Assert.DoesNotMatch(@"(?i)\b(u|uw|uzelf)\b", t.Nl ?? ""));
    }

    [Fact]
    public void FirstContent_Sources_ClaimNoConsultationAsNobodyOpenedThem() => Assert.All(Content.Sources, s => Assert.Null(s.ConsultedOn));

    [Fact]
    public void FirstContent_Laws_AreCitedByNameDateAndNumberWithoutAHomePage() =>
        Assert.All(
            Content.Sources.Where(s => s.Kind is SourceKind.Law or SourceKind.CollectiveAgreement),
            s =>
            {
                Assert.Matches(@"\b(1er|\d{1,2}) \p{L}+ \d{4}|\d{4}/\d{2,4}", s.Title);
                Assert.True(s.Url is null || new Uri(s.Url).AbsolutePath != "/", s.Url);
            }
        );

    [Fact]
    public void FirstContent_Texts_LeaveTheMinimumWageToTheTable()
    {
        var amounts = Content
            .WageFloors.SelectMany(f => new[] { f.MonthlyCents, f.HourlyCents })
            .Select(c => (c / 100m).ToString("N2", new NumberFormatInfo { NumberGroupSeparator = " ", NumberDecimalSeparator = "," }))
            .ToList();

        Assert.Contains("2 189,81", amounts);
        Assert.Contains("13,30", amounts);
        Assert.All(
            Content.Guides,
            g => Assert.DoesNotContain(amounts, a => ExchangeJson.Write(g.Value, indented: false).Contains(a, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void FirstContent_MinimumWage_IsDatedTwice() =>
        Assert.Equal(
            [(new DateOnly(2025, 2, 1), 211_189, 1_283), (new DateOnly(2026, 4, 1), 218_981, 1_330)],
            Content.WageFloors.Select(f => (f.From, f.MonthlyCents, f.HourlyCents))
        );

    [Fact]
    public async Task FillEmptyStoreAsync_Twice_FillsOnce()
    {
        var first = await _store.Import().FillEmptyStoreAsync(Cancellation);
        var second = await _store.Import().FillEmptyStoreAsync(Cancellation);

        Assert.Equal(new ImportCount(Content.Guides.Count, 0, 0), first?.Guides);
        Assert.Null(second);
    }

    [Fact]
    public async Task ApplyAsync_FirstContentAgain_LeavesEverything()
    {
        await _store.ImportFirstContentAsync(Cancellation);

        var report = await _store.ImportAsync(Content, Cancellation);

        Assert.Equal(new ImportCount(0, 0, Content.Guides.Count), report?.Guides);
    }

    [Fact]
    public async Task FindAsync_EveryGuide_HasNoDeadLink()
    {
        await _store.ImportFirstContentAsync(Cancellation);
        var library = _store.Library();

        foreach (var file in Content.Guides.Values)
        {
            var guide = await library.FindAsync(file.Language, file.Slug, Cancellation);

            Assert.NotNull(guide);
            Assert.All(guide.Content.Similar.Concat(guide.Content.Evolutions), o => Assert.Contains(o.Occupation, guide.Neighbours));
            Assert.All(guide.Content.Programmes, p => Assert.Contains(p.Centre, guide.Centres));
            Assert.All(guide.Content.JobZones, z => Assert.Contains(z.Zone, guide.Zones));
            Assert.All(guide.Content.MicroTasks?.Platforms ?? [], p => Assert.Contains(p.Platform, guide.Platforms));
            Assert.All(
                GuideReferences.Of(guide.Content, GuideReferenceKind.Source),
                code => Assert.InRange(guide.NumberOf(code), 1, guide.Sources.Count)
            );
        }
    }
}
