using CareerPortal.Offers;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Offers.Desk;

public sealed class OfferReportBoxTests
{
    [Fact]
    public async Task Take_MoreThanWait_AreLeftOut_ButNoOtherReasonIs()
    {
        using var offers = await OfferStore.MakeAsync();
        var id = await offers.AddAsync(OfferStore.Facts("Boulanger"));
        var box = new OfferReportBox(offers.Store, offers.Store.Time);

        for (var turn = 0; turn < OfferReportBox.MostWaiting + 5; turn++)
        {
            Assert.True(await box.TakeAsync(id, OfferReportReason.Expired, null, OfferStore.Cancellation));
        }

        Assert.True(await box.TakeAsync(id, OfferReportReason.AsksForPayment, "On me demande 50 €.", OfferStore.Cancellation));

        await using var context = offers.Store.CreateDbContext();
        var kept = await context.OfferReports.CountAsync(r => r.Reason == OfferReportReason.Expired, OfferStore.Cancellation);
        Assert.Equal(OfferReportBox.MostWaiting, kept);
        Assert.Equal(
            "On me demande 50 €.",
            await context.OfferReports.Where(r => r.Reason != OfferReportReason.Expired).Select(r => r.Words).SingleAsync(OfferStore.Cancellation)
        );
    }
}
