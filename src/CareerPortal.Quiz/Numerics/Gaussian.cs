namespace CareerPortal.Quiz.Numerics;

/// <summary>The standard normal distribution, within 1e-15 (absolute).</summary>
/// <remarks>
/// Distribution function: J. F. Hart's rational approximations as set out by G. West, "Better approximations to cumulative normal functions" (2005).
/// Quantile: M. J. Wichura, algorithm AS 241 (1988).
/// </remarks>
public static class Gaussian
{
    private const double InverseRootTwoPi = 0.39894228040143267794;

    /// <summary>The density φ(x).</summary>
    public static double Density(double x) => InverseRootTwoPi * Math.Exp(-0.5 * x * x);

    /// <summary>The probability Φ(x) of a value below <paramref name="x"/>.</summary>
    public static double Below(double x)
    {
        var z = Math.Abs(x);
        double tail;
        if (z > 37)
        {
            tail = 0;
        }
        else
        {
            var e = Math.Exp(-0.5 * z * z);
            if (z < 7.07106781186547)
            {
                var above =
                    (
                        ((((3.52624965998911e-2 * z + 0.700383064443688) * z + 6.37396220353165) * z + 33.912866078383) * z + 112.079291497871) * z
                        + 221.213596169931
                    ) * z
                    + 220.206867912376;
                var under =
                    (
                        (
                            ((((8.83883476483184e-2 * z + 1.75566716318264) * z + 16.064177579207) * z + 86.7807322029461) * z + 296.564248779674) * z
                            + 637.333633378831
                        ) * z
                        + 793.826512519948
                    ) * z
                    + 440.413735824752;
                tail = e * above / under;
            }
            else
            {
                tail = e / (z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))) * InverseRootTwoPi;
            }
        }

        return x > 0 ? 1 - tail : tail;
    }

    /// <summary>The value x with Φ(x) = <paramref name="p"/>, for 0 &lt; p &lt; 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is 0, 1 or beyond.</exception>
    public static double Quantile(double p)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(p, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(p, 1);

        var q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var r = 0.180625 - q * q;
            return q
                * (
                    (
                        (
                            (
                                (((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r + 45921.953931549871457) * r
                                + 13731.693765509461125
                            ) * r
                            + 1971.5909503065514427
                        ) * r
                        + 133.14166789178437745
                    ) * r
                    + 3.387132872796366608
                )
                / (
                    (
                        (
                            (
                                (((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r + 21213.794301586595867) * r
                                + 5394.1960214247511077
                            ) * r
                            + 687.1870074920579083
                        ) * r
                        + 42.313330701600911252
                    ) * r
                    + 1
                );
        }

        var s = Math.Sqrt(-Math.Log(q < 0 ? p : 1 - p));
        double value;
        if (s <= 5)
        {
            s -= 1.6;
            value =
                (
                    (
                        (
                            (
                                (
                                    ((7.7454501427834140764e-4 * s + 0.0227238449892691845833) * s + 0.24178072517745061177) * s
                                    + 1.27045825245236838258
                                ) * s
                                + 3.64784832476320460504
                            ) * s
                            + 5.7694972214606914055
                        ) * s
                        + 4.6303378461565452959
                    ) * s
                    + 1.42343711074968357734
                )
                / (
                    (
                        (
                            (
                                (
                                    ((1.05075007164441684324e-9 * s + 5.475938084995344946e-4) * s + 0.0151986665636164571966) * s
                                    + 0.14810397642748007459
                                ) * s
                                + 0.68976733498510000455
                            ) * s
                            + 1.6763848301838038494
                        ) * s
                        + 2.05319162663775882187
                    ) * s
                    + 1
                );
        }
        else
        {
            s -= 5;
            value =
                (
                    (
                        (
                            (
                                (
                                    ((2.01033439929228813265e-7 * s + 2.71155556874348757815e-5) * s + 0.0012426609473880784386) * s
                                    + 0.026532189526576123093
                                ) * s
                                + 0.29656057182850489123
                            ) * s
                            + 1.7848265399172913358
                        ) * s
                        + 5.4637849111641143699
                    ) * s
                    + 6.6579046435011037772
                )
                / (
                    (
                        (
                            (
                                (
                                    ((2.04426310338993978564e-15 * s + 1.4215117583164458887e-7) * s + 1.8463183175100546818e-5) * s
                                    + 7.868691311456132591e-4
                                ) * s
                                + 0.0148753612908506148525
                            ) * s
                            + 0.13692988092273580531
                        ) * s
                        + 0.59983220655588793769
                    ) * s
                    + 1
                );
        }

        return q < 0 ? -value : value;
    }

    /// <summary>The mean of max(0, X) for X normal with the given mean and standard deviation (in the unit of X).</summary>
    public static double ExpectedExcess(double mean, double deviation)
    {
        if (deviation <= 0)
        {
            return Math.Max(0, mean);
        }

        var u = mean / deviation;
        return Math.Max(0, deviation * (u * Below(u) + Density(u)));
    }
}
