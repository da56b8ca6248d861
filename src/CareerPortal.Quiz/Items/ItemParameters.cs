using System.Collections.Immutable;

namespace CareerPortal.Quiz.Items;

/// <summary>How an item of the graded response model behaves: slope and thresholds on the z scale of its quality.</summary>
/// <remarks>Samejima (1969), logistic metric (D = 1).</remarks>
public sealed record ItemParameters
{
    /// <summary>Takes a slope above 0 and strictly increasing thresholds, one fewer than there are answers.</summary>
    /// <exception cref="ArgumentException">The numbers do not make an item.</exception>
    public ItemParameters(double a, params ReadOnlySpan<double> b)
    {
        if (!(a > 0) || !double.IsFinite(a))
        {
            throw new ArgumentException("The slope of an item must be above 0.", nameof(a));
        }

        if (b.Length == 0)
        {
            throw new ArgumentException("An item needs at least one threshold.", nameof(b));
        }

        for (var k = 0; k < b.Length; k++)
        {
            if (!double.IsFinite(b[k]) || (k > 0 && b[k] <= b[k - 1]))
            {
                throw new ArgumentException("The thresholds of an item must be finite and increase.", nameof(b));
            }
        }

        A = a;
        B = [.. b];
    }

    /// <summary>Slope: how sharply the answer depends on the quality.</summary>
    public double A { get; }

    /// <summary>Thresholds: the level at which the answer k + 1 or more becomes more likely than not.</summary>
    public ImmutableArray<double> B { get; }

    /// <summary>Number of possible answers.</summary>
    public int Answers => B.Length + 1;

    /// <inheritdoc />
    public bool Equals(ItemParameters? other) => other is not null && A.Equals(other.A) && B.AsSpan().SequenceEqual(other.B.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(A, B.Length, B[0]);
}
