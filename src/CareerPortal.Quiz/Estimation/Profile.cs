using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Estimation;

/// <summary>What a person's answers say about all dimensions together: a normal distribution with mean and covariance.</summary>
public sealed class Profile
{
    private readonly double[] _mean;

    /// <summary>Takes n dimensions, n means (z) and an n × n covariance.</summary>
    /// <exception cref="ArgumentException">The shapes do not agree.</exception>
    public Profile(IReadOnlyList<string> dimensions, ReadOnlySpan<double> mean, SymmetricMatrix covariance, IReadOnlyList<QualityEstimate> estimates)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        ArgumentNullException.ThrowIfNull(covariance);
        ArgumentNullException.ThrowIfNull(estimates);
        if (mean.Length != dimensions.Count || covariance.Size != dimensions.Count || estimates.Count != dimensions.Count)
        {
            throw new ArgumentException($"A profile of {dimensions.Count} dimensions needs as many means, estimates and covariance rows.");
        }

        Dimensions = dimensions;
        _mean = mean.ToArray();
        Covariance = covariance;
        Estimates = estimates;
        AnswerCount = estimates.Sum(estimate => estimate.Answers);
    }

    /// <summary>The dimensions, in the order of <see cref="Mean"/>.</summary>
    public IReadOnlyList<string> Dimensions { get; }

    /// <summary>The mean of each dimension, after borrowing.</summary>
    public ReadOnlySpan<double> Mean => _mean;

    /// <summary>The covariance between the dimensions, after borrowing.</summary>
    public SymmetricMatrix Covariance { get; }

    /// <summary>The estimate of each dimension, in the same order.</summary>
    public IReadOnlyList<QualityEstimate> Estimates { get; }

    /// <summary>The number of answers that were not skipped.</summary>
    public int AnswerCount { get; }

    /// <summary>The place of a dimension, or −1.</summary>
    public int IndexOf(string dimension)
    {
        for (var at = 0; at < Dimensions.Count; at++)
        {
            if (Dimensions[at] == dimension)
            {
                return at;
            }
        }

        return -1;
    }
}
