namespace CareerPortal.Offers.Sources;

/// <summary>What came of offers that were written: how many were new, changed, as before, or past their last day and so not taken in.</summary>
public readonly record struct WriteCount(int Added, int Revised, int Unchanged, int Past)
{
    public static WriteCount operator +(WriteCount one, WriteCount other) =>
        new(one.Added + other.Added, one.Revised + other.Revised, one.Unchanged + other.Unchanged, one.Past + other.Past);
}
