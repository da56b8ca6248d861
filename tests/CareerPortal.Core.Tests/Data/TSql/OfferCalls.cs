using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Offers.Classifying;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>The job board.</summary>
internal static class OfferCalls
{
    public static IReadOnlyDictionary<string, Func<RecordingStore, Task>> All { get; } =
        new Dictionary<string, Func<RecordingStore, Task>>
        {
            ["OfferClassifierShelf.CurrentAsync"] = s => Classifiers(s).CurrentAsync(default),
            ["OfferClassifierShelf.CorrectionsAsync"] = s => Classifiers(s).CorrectionsAsync(default),
        };

    private static OfferClassifierShelf Classifiers(RecordingStore store)
    {
        var mark = new ContentMark(store, TimeProvider.System);
        return new OfferClassifierShelf(store, new CatalogueShelf(store, mark), mark, TimeProvider.System);
    }
}
