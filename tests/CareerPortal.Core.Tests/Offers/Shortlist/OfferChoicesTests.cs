using CareerPortal.Offers;
using CareerPortal.Offers.Shortlist;
using FsCheck.Xunit;

namespace CareerPortal.Core.Tests.Offers.Shortlist;

public sealed class OfferChoicesTests
{
    private static readonly string Employer = EmployerKey.Of("Boulangerie du Coin");

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var choices = new OfferChoices
        {
            Kept = [4711, 12, long.MaxValue],
            Hidden = [1],
            Employers = [Employer],
            HidesAgencies = true,
            NotesNothing = true,
        };

        var read = OfferChoices.Read(choices.ToString());

        Assert.Equal(choices.Kept, read.Kept);
        Assert.Equal(choices.Hidden, read.Hidden);
        Assert.Equal(choices.Employers, read.Employers);
        Assert.Equal((true, true), (read.HidesAgencies, read.NotesNothing));
        Assert.Equal(choices.ToString(), Uri.EscapeDataString(choices.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("2.a..  .")]
    [InlineData("....")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("1.a.b.c.d.e")]
    public void Read_WhatNobodyWrote_IsNothing(string? text)
    {
        var read = OfferChoices.Read(text);

        Assert.Equal("", read.ToString());
    }

    [Fact]
    public void Read_SomeOfItWrong_LeavesThatOut()
    {
        var read = OfferChoices.Read($"1.a-0-A-é--zzzzzzzzzzzzz-1y2p0ij32e8e8-00012-b-a.-1-x.{Employer}-{Employer}-ABC-';drop.q");

        Assert.Equal([10, 11], read.Kept);
        Assert.Equal([1, 33], read.Hidden);
        Assert.Equal([Employer], read.Employers);
        Assert.False(read.HidesAgencies);
    }

    [Fact]
    public void Read_MoreThanACookieHolds_IsNothing() => Assert.Empty(OfferChoices.Read("1." + new string('a', 4096) + "...").Kept);

    [Fact]
    public void Read_MoreThanCanBeKept_TakesAsMany()
    {
        var read = OfferChoices.Read($"1.{string.Join('-', Enumerable.Range(10, 400).Select(n => $"{n}"))}...");

        Assert.Equal(OfferChoices.MostKept, read.Kept.Count);
    }

    [Property]
    public void Read_Anything_WritesWhatItReads(string? text)
    {
        var read = OfferChoices.Read(text);

        Assert.Equal(read.ToString(), OfferChoices.Read(read.ToString()).ToString());
    }

    [Fact]
    public void Keep_FullList_RefusesAndDropsNothing()
    {
        var full = Full(OfferChoices.None, (c, id) => c.Keep(id), OfferChoices.MostKept);

        Assert.Null(full.Keep(9999));
        Assert.Same(full, full.Keep(1));
        Assert.Equal(OfferChoices.MostKept, full.Kept.Count);
        Assert.Equal([2L, 3L], full.Drop(1).Kept.Take(2));
    }

    [Fact]
    public void Choices_AllOfTheLargest_FitIntoACookie()
    {
        var choices = OfferChoices.None;
        for (var n = 0; n < OfferChoices.MostKept; n++)
        {
            choices = choices.Keep(long.MaxValue - n) ?? choices;
            choices = choices.Hide(long.MaxValue - n) ?? choices;
        }

        for (var n = 0; n < OfferChoices.MostEmployers; n++)
        {
            choices = choices.HideEmployer(EmployerKey.Of($"{n}")) ?? choices;
        }

        Assert.InRange(choices.ToString().Length, 2500, OfferChoices.LongestText);
        Assert.Equal(choices.ToString(), OfferChoices.Read(choices.ToString()).ToString());
        Assert.Equal(OfferChoices.MostKept, choices.Kept.Count);
    }

    [Fact]
    public void Hide_FullOfClosedOffers_TakesOneMoreOnceTidied()
    {
        var full = Full(OfferChoices.None, (c, id) => c.Hide(id), OfferChoices.MostHidden);

        var tidied = full.Tidy(id => id > 50).Hide(9999);

        Assert.Null(full.Hide(9999));
        Assert.Equal([51, 9999], [tidied!.Hidden[0], tidied.Hidden[^1]]);
    }

    [Theory]
    [InlineData("Boulangerie du Coin", "BOULANGERIE DU COIN ", true)]
    [InlineData("Éts. Noël & fils", "Ets Noel  fils", true)]
    [InlineData("Boulangerie du Coin", "Boulangerie du Coin SRL", false)]
    public void EmployerKey_OfNames_DiffersWhereTheyDo(string one, string other, bool isSame) =>
        Assert.Equal(isSame, EmployerKey.Of(one) == EmployerKey.Of(other));

    [Fact]
    public void Seen_MoreThanAreKept_LosesTheOldestFirst()
    {
        var seen = SeenOffers.None;
        for (var id = 1; id <= SeenOffers.Most + 2; id++)
        {
            seen = SeenOffers.Read(seen.With(id).ToString());
        }

        seen = seen.With(3).With(9999);

        Assert.Equal(SeenOffers.Most, seen.Count);
        Assert.Equal((false, false, true, false, true), (seen.Has(1), seen.Has(2), seen.Has(3), seen.Has(4), seen.Has(9999)));
    }

    [Fact]
    public void Seen_TheLargestNumbers_FitIntoACookie()
    {
        var seen = SeenOffers.None;
        for (var n = 0; n < 2 * SeenOffers.Most; n++)
        {
            seen = seen.With(long.MaxValue - n);
        }

        Assert.InRange(seen.ToString().Length, 1000, OfferChoices.LongestText);
        Assert.Equal(seen.Count, SeenOffers.Read(seen.ToString()).Count);
    }

    private static OfferChoices Full(OfferChoices choices, Func<OfferChoices, long, OfferChoices?> add, int count)
    {
        for (var id = 1; id <= count; id++)
        {
            choices = add(choices, id)!;
        }

        return choices;
    }
}
