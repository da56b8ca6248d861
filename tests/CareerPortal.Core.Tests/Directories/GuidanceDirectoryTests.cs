using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Exchange;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Directories;

public sealed class GuidanceDirectoryTests : IDisposable
{
    private static readonly IReadOnlyList<GuidanceServiceEntry> Shipped = ExchangeFolder.FirstContent.Read().GuidanceServices;

    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task AllAsync_FirstContent_GivesEveryRegionInTurn()
    {
        await _store.ImportFirstContentAsync(Cancellation);

        var services = await Directory().AllAsync(Cancellation);

        Assert.Equal(Shipped.Count, services.Count);
        Assert.Equal(Enum.GetValues<GuidanceRegion>(), services.Select(s => s.Region).Distinct());
        Assert.Equal(services.Select(s => s.Region).Order(), services.Select(s => s.Region));
    }

    [Fact]
    public async Task FindAsync_ByCode_FindsTheOneWithItsOfficesOrNothing()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);
        var directory = Directory();

        var service = await directory.FindAsync(Sample.Guidance, Cancellation);

        Assert.NotNull(service);
        Assert.Equal([new("Namur", "Rue d'Essai 1", "5000", null, Confirmed: true), new GuidanceOffice("Liège")], service.Offices);
        Assert.Null(await directory.FindAsync(Sample.Guidance.ToUpperInvariant(), Cancellation));
    }

    [Fact]
    public async Task AllAsync_ServiceChanged_FollowsTheContent()
    {
        var set = Sample.Set(Sample.BriefGuide());
        await _store.ImportAsync(set, Cancellation);
        var directory = Directory();
        await directory.AllAsync(Cancellation);

        await _store.ImportAsync(set with { GuidanceServices = [set.GuidanceServices[0] with { Offices = [new("Huy")] }] }, Cancellation);
        _store.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal([new GuidanceOffice("Huy")], (await directory.AllAsync(Cancellation)).Single().Offices);
    }

    [Fact]
    public void FirstContent_GuidanceServices_StandInTheFourLanguages() =>
        Assert.All(
            Shipped,
            service =>
                Assert.All(
                    new[] { service.Name, service.Role, service.Description, service.Audience },
                    text => Assert.All(Languages.All, l => Assert.Equal(l, text.LanguageOf(l)))
                )
        );

    [Fact]
    public void FirstContent_GuidanceServices_CanBeReachedSomehow() =>
        Assert.All(
            Shipped,
            service => Assert.True(service.Website is not null || service.Phone is not null || service.Offices.Count > 0, service.Code)
        );

    [Theory]
    [InlineData("Liège", "nl", "Luik")]
    [InlineData("Liège", "de", "Lüttich")]
    [InlineData("Liège", "en", "Liège")]
    [InlineData("Liège", "fr", "Liège")]
    [InlineData("Ciney", "nl", "Ciney")]
    public void TownNames_InALanguage_AreThoseOfTheTown(string french, string language, string expected) =>
        Assert.Equal(expected, TownNames.In(french, language));

    private GuidanceDirectory Directory() => new(_store, new ContentMark(_store, _store.Time));
}
