using CareerPortal.Data;
using CareerPortal.TestData;

namespace CareerPortal.Core.Tests.Data;

public sealed class ContentMarkTests
{
    [Fact]
    public async Task CurrentAsync_AsksForTheFirstRowOfAnOrder()
    {
        using var store = new TestStore();
        store.Commands.Clear();

        await new ContentMark(store, store.Time).CurrentAsync(TestContext.Current.CancellationToken);

        Assert.Contains("ORDER BY", store.Commands.Texts.Single(), StringComparison.Ordinal);
    }
}
