using System.Numerics;
using System.Runtime.CompilerServices;

namespace CareerPortal.Offers.Classifying;

/// <summary>
/// A linear model (softmax) from the features of a title to classes. It has a weight only where a title of the class has the feature, so that
/// scoring and learning pass over a few hundred numbers instead of classes × features.
/// </summary>
internal sealed class TitleModel
{
    // Chosen on a tenth of the names that is neither learned from nor measured on.
    private const int Rounds = 3;
    private const float Step = 0.8f;
    private const float Decay = 1e-4f;
    private const float LeastSlope = 5e-3f;
    private const float LeastSum = 1e-4f;
    private const int Seed = 7;

    /// <summary>A feature that more classes have says too little for what it costs.</summary>
    private const int MostClasses = 200;

    private readonly Dictionary<ulong, int> _features = [];
    private readonly int[] _from;
    private readonly ushort[] _classes;
    private readonly float[] _weights;
    private readonly float[] _rarity;

    /// <param name="titles">The features of titles, each with its class.</param>
    /// <param name="groupOf">The range of classes among which a class is chosen: all, or those of its family.</param>
    /// <param name="classes">How many classes there are.</param>
    public TitleModel(IReadOnlyList<(List<(ulong Feature, float Weight)> Features, int Class)> titles, Func<int, Range> groupOf, int classes)
    {
        var pairs = PairsOf(titles);
        (_from, _classes) = Kept(pairs, classes);
        _weights = new float[_classes.Length];
        _rarity = [.. Enumerable.Range(0, _from.Length - 1).Select(f => MathF.Max(MathF.Log((classes + 1f) / (_from[f + 1] - _from[f])), LeastSum))];
        Learn(titles, groupOf, classes);
    }

    /// <summary>Fills in the score of each class; those that have nothing in common with the title have 0.</summary>
    public void Score(List<(ulong Feature, float Weight)> title, float[] scores) => Score(VectorOf(title), scores);

    /// <summary>Makes scores of a range into probabilities that add up to 1; a sharpness below 1 evens them out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToProbabilities(Span<float> scores, float sharpness = 1)
    {
        var greatest = float.NegativeInfinity;
        foreach (var score in scores)
        {
            greatest = MathF.Max(greatest, score);
        }

        var sum = 0f;
        var at = 0;
        for (; at + Vector<float>.Count <= scores.Length; at += Vector<float>.Count)
        {
            var part = scores.Slice(at, Vector<float>.Count);
            var raised = Vector.Exp((new Vector<float>(part) - new Vector<float>(greatest)) * sharpness);
            sum += Vector.Sum(raised);
            raised.CopyTo(part);
        }

        for (; at < scores.Length; at++)
        {
            scores[at] = MathF.Exp((scores[at] - greatest) * sharpness);
            sum += scores[at];
        }

        foreach (ref var score in scores)
        {
            score /= sum;
        }
    }

    private List<(int Feature, int Class)> PairsOf(IReadOnlyList<(List<(ulong Feature, float Weight)> Features, int Class)> titles)
    {
        var pairs = new List<(int, int)>();
        foreach (var (features, number) in titles)
        {
            foreach (var (feature, _) in features)
            {
                if (!_features.TryGetValue(feature, out var at))
                {
                    at = _features[feature] = _features.Count;
                }

                pairs.Add((at, number));
            }
        }

        pairs.Sort();
        return pairs;
    }

    /// <summary>The classes of each feature, one after the other; features that too many have keep none.</summary>
    private static (int[] From, ushort[] Classes) Kept(List<(int Feature, int Class)> pairs, int classes)
    {
        var from = new int[pairs.Count == 0 ? 1 : pairs[^1].Feature + 2];
        var kept = new List<ushort>();
        for (var at = 0; at < pairs.Count; )
        {
            var (feature, start) = (pairs[at].Feature, kept.Count);
            for (var last = -1; at < pairs.Count && pairs[at].Feature == feature; at++)
            {
                if (pairs[at].Class != last)
                {
                    last = pairs[at].Class;
                    kept.Add((ushort)last);
                }
            }

            var isOfAll = feature == 0;
            if (!isOfAll && kept.Count - start > Math.Min(MostClasses, classes))
            {
                kept.RemoveRange(start, kept.Count - start);
            }

            from[feature + 1] = kept.Count;
        }

        return (from, [.. kept]);
    }

    private void Learn(IReadOnlyList<(List<(ulong Feature, float Weight)> Features, int Class)> titles, Func<int, Range> groupOf, int classes)
    {
        var vectors = titles.Select(t => VectorOf(t.Features)).ToArray();
        var order = Enumerable.Range(0, titles.Count).ToArray();
        var squares = new float[_weights.Length];
        var slopes = new float[classes];
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var title in order)
            {
                var right = titles[title].Class;
                var group = groupOf(right);
                Score(vectors[title], slopes);
                ToProbabilities(slopes.AsSpan(group));
                slopes.AsSpan(..group.Start.Value).Clear();
                slopes.AsSpan(group.End.Value..).Clear();
                slopes[right] -= 1;
                Follow(vectors[title], slopes, squares);
            }
        }
    }

    // AdaGrad: a weight that has moved much moves less.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Follow((int Feature, float Weight)[] vector, float[] slopes, float[] squares)
    {
        foreach (var (feature, weight) in vector)
        {
            for (var at = _from[feature]; at < _from[feature + 1]; at++)
            {
                var slope = slopes[_classes[at]];
                if (MathF.Abs(slope) > LeastSlope)
                {
                    var step = (slope * weight) + (Decay * _weights[at]);
                    squares[at] += step * step;
                    _weights[at] -= Step * step / MathF.Sqrt(squares[at] + LeastSum);
                }
            }
        }
    }

    private (int Feature, float Weight)[] VectorOf(List<(ulong Feature, float Weight)> title)
    {
        var vector = new List<(int Feature, float Weight)>(title.Count);
        foreach (var (feature, weight) in title)
        {
            if (_features.TryGetValue(feature, out var number) && _from[number + 1] > _from[number])
            {
                vector.Add((number, weight * (number == 0 ? 1 : _rarity[number])));
            }
        }

        // A feature counts once, as where it weighs most.
        vector.Sort();
        var kept = 0;
        for (var at = 0; at < vector.Count; at++)
        {
            if (at + 1 == vector.Count || vector[at + 1].Feature != vector[at].Feature)
            {
                vector[kept++] = vector[at];
            }
        }

        vector.RemoveRange(kept, vector.Count - kept);
        var length = MathF.Sqrt(vector.Sum(f => f.Weight * f.Weight));
        return [.. vector.Select(f => (f.Feature, f.Weight / length))];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Score((int Feature, float Weight)[] vector, float[] scores)
    {
        Array.Clear(scores);
        foreach (var (feature, weight) in vector)
        {
            for (var at = _from[feature]; at < _from[feature + 1]; at++)
            {
                scores[_classes[at]] += weight * _weights[at];
            }
        }
    }
}
