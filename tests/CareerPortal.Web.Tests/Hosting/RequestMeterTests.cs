using System.Net;
using CareerPortal.Web.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Web.Tests.Hosting;

public sealed class RequestMeterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(300)]
    public void Take_OfAsManyAsAllowed_PassesAndTheNextWaits(int perMinute)
    {
        var time = new FakeTimeProvider();
        var meter = new RequestMeter(perMinute, time);

        var first = Enumerable.Range(0, perMinute).Select(_ => meter.Take(5)).ToList();
        var next = meter.Take(5);

        Assert.All(first, Assert.Null);
        Assert.False(meter.IsOpen(5));
        Assert.InRange(next!.Value.TotalSeconds, 59.9 / perMinute, 60.1 / perMinute);
        Assert.Null(meter.Take(6));
        time.Advance(next.Value);
        Assert.True(meter.IsOpen(5));
        Assert.Null(meter.Take(5));
        Assert.NotNull(meter.Take(5));
    }

    [Fact]
    public void Take_AfterAMinute_HasForgotten()
    {
        var time = new FakeTimeProvider();
        var meter = new RequestMeter(3, time);
        for (var i = 0; i < 10; i++)
        {
            meter.Take(0);
        }

        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => meter.Take(0) is null));
    }

    [Fact]
    public async Task Take_FromManyThreads_LetsNoMoreThrough()
    {
        var meter = new RequestMeter(500, new FakeTimeProvider());

        var passed = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 200).Count(_ => meter.Take(1) is null)))
        );

        Assert.Equal(500, passed.Sum());
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("::ffff:192.0.2.1", "::ffff:192.0.2.2", false)]
    public void PlaceOf_TwoAddresses_IsOneWhereOnePersonHasBoth(string one, string other, bool same)
    {
        var places = (Caller.PlaceOf(IPAddress.Parse(one)), Caller.PlaceOf(IPAddress.Parse(other)));

        Assert.Equal(same, places.Item1 == places.Item2);
    }
}
