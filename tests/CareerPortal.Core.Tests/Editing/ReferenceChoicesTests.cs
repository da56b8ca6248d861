using CareerPortal.Data;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Editing;

/// <summary>What somebody finds who looks for something that a guide may refer to.</summary>
public sealed class ReferenceChoicesTests : IDisposable
{
    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("DÉTAIL")]
    [InlineData("detail")]
    public async Task SearchAsync_WhateverTheAccents_FindsTheQuality(string words)
    {
        var choices = Choices();
        var all = await choices.SearchAsync(GuideReferenceKind.Quality, "", "fr", Cancellation);

        var found = await choices.SearchAsync(GuideReferenceKind.Quality, words, "fr", Cancellation);

        Assert.Contains(found, c => c.Code == "detail");
        Assert.True(found.Count <= all.Count && all.Count <= ReferenceChoices.MostOffered);
    }

    [Fact]
    public async Task SearchAsync_ByWordsThatNothingHas_FindsNothing() =>
        Assert.Empty(await Choices().SearchAsync(GuideReferenceKind.Source, "zzzz", "fr", Cancellation));

    [Fact]
    public async Task SearchAsync_ForOccupations_OffersThoseThatReadersHave()
    {
        await _store.ImportAsync(Sample.Set(Sample.CompleteGuide("annotateur"), Sample.BriefGuide("autre")), Cancellation);

        var found = await Choices().SearchAsync(GuideReferenceKind.Occupation, "annotateur", "fr", Cancellation);

        Assert.Contains(found, c => c.Code == "annotateur");
        Assert.NotNull(await Choices().NameOfAsync(GuideReferenceKind.Occupation, "annotateur", "fr", Cancellation));
        Assert.Null(await Choices().NameOfAsync(GuideReferenceKind.Occupation, "personne", "fr", Cancellation));
    }

    private ReferenceChoices Choices() => new(_store, new ContentMark(_store, _store.Time), TestStore.Qualities);
}
