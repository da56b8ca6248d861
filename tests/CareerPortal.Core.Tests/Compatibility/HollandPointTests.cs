using CareerPortal.Compatibility;
using CareerPortal.Occupations;

namespace CareerPortal.Core.Tests.Compatibility;

public sealed class HollandPointTests
{
    private static readonly OccupationInterests Measured = new("00-0000.00", 7, 1, 1, 1, 1, 1);

    [Fact]
    public void Of_NoLetters_IsWhatWasMeasured() => Assert.Equal(Measured.Standardised(), HollandPoint.Of(Measured, 0.4, ""));

    [Fact]
    public void Of_NothingKnown_IsNothing() => Assert.Empty(HollandPoint.Of(null, 0, ""));

    [Fact]
    public void Of_LettersAlone_PutsTheFirstBeforeTheSecondAndBothBeforeTheOthers()
    {
        var point = HollandPoint.Of(null, 0, "SI");

        Assert.True(point[3] > point[1], $"{point[3]} ≤ {point[1]}");
        Assert.All([0, 2, 4, 5], k => Assert.True(point[k] < point[1]));
    }

    /// <summary>A sure crosswalk says what was measured, one that is not leaves the letters, and between them the shares are those of the confidence.</summary>
    [Fact]
    public void Of_Both_GoesFromTheLettersToTheMeasureWithTheConfidence()
    {
        var letters = HollandPoint.Of(null, 0, "S");
        var measured = Measured.Standardised();

        Assert.Equal(measured, HollandPoint.Of(Measured, 1, "S"));
        Assert.Equal(letters, HollandPoint.Of(Measured, 0, "S"));
        Assert.Equal(0.3 * measured[3] + 0.7 * letters[3], HollandPoint.Of(Measured, 0.3, "S")[3], 1e-9);
    }
}
