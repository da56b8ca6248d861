using System.Collections.Frozen;

namespace CareerPortal.Quiz.Matching;

/// <summary>Many occupations as points on common dimensions, standardised across occupations, laid out for ranking.</summary>
/// <remarks>Occupations that know the same dimensions form a block; a block keeps its numbers dimension by dimension, so that several occupations are
/// compared in one instruction.</remarks>
public sealed class OccupationGallery
{
    private readonly double[] _means;
    private readonly double[] _deviations;
    private readonly FrozenDictionary<string, int> _index;
    private readonly (Block Block, int Member)[] _places;
    private readonly Lazy<(double Mean, double Variance)[]> _spreads;

    private OccupationGallery(IReadOnlyList<string> ids, IReadOnlyList<string> dimensions, double[] means, double[] deviations, List<Block> blocks)
    {
        Ids = ids;
        Dimensions = dimensions;
        _means = means;
        _deviations = deviations;
        Blocks = blocks;
        _places = new (Block, int)[ids.Count];
        foreach (var block in blocks)
        {
            for (var member = 0; member < block.Members.Length; member++)
            {
                _places[block.Members[member]] = (block, member);
            }
        }

        _spreads = new(() => [.. Enumerable.Range(0, dimensions.Count).Select(SpreadOf)]);
        _index = ids.Select((id, at) => KeyValuePair.Create(id, at)).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The occupations.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The dimensions, qualities and interests.</summary>
    public IReadOnlyList<string> Dimensions { get; }

    /// <summary>The mean of each dimension across occupations, in its own unit.</summary>
    public ReadOnlySpan<double> Means => _means;

    /// <summary>The standard deviation of each dimension across occupations, in its own unit; 1 where all are equal.</summary>
    public ReadOnlySpan<double> Deviations => _deviations;

    /// <summary>Whether every occupation knows every dimension.</summary>
    public bool IsComplete => Blocks.Count == 1 && Blocks[0].Dimensions.Length == Dimensions.Count;

    internal IReadOnlyList<Block> Blocks { get; }

    /// <summary>Builds a gallery.</summary>
    /// <param name="ids">Occupations, each once.</param>
    /// <param name="dimensions">n dimensions, each once.</param>
    /// <param name="values">Occupations × n, row by row; NaN where unknown.</param>
    /// <param name="standardise">Whether to bring each dimension to mean 0 and deviation 1; false when the values are z scores of people
    /// already.</param>
    /// <exception cref="ArgumentException">The shapes do not agree, a name stands twice, or an occupation knows nothing.</exception>
    public static OccupationGallery Create(
        IReadOnlyList<string> ids,
        IReadOnlyList<string> dimensions,
        ReadOnlySpan<double> values,
        bool standardise = true
    )
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(dimensions);
        var n = dimensions.Count;
        if (n == 0 || n > OccupationRanker.MaximumDimensions)
        {
            throw new ArgumentException($"A gallery has 1 to {OccupationRanker.MaximumDimensions} dimensions, not {n}.", nameof(dimensions));
        }

        if (values.Length != ids.Count * n)
        {
            throw new ArgumentException(
                $"{ids.Count} occupations on {n} dimensions need {ids.Count * n} values, not {values.Length}.",
                nameof(values)
            );
        }

        if (ids.Distinct(StringComparer.Ordinal).Count() != ids.Count || dimensions.Distinct(StringComparer.Ordinal).Count() != n)
        {
            throw new ArgumentException("An occupation or a dimension stands twice.", nameof(ids));
        }

        var means = new double[n];
        var deviations = new double[n];
        Array.Fill(deviations, 1);
        for (var d = 0; standardise && d < n; d++)
        {
            double sum = 0,
                square = 0;
            var known = 0;
            for (var j = 0; j < ids.Count; j++)
            {
                if (double.IsNaN(values[j * n + d]))
                {
                    continue;
                }

                known++;
                sum += values[j * n + d];
            }

            means[d] = known == 0 ? 0 : sum / known;
            for (var j = 0; j < ids.Count; j++)
            {
                if (!double.IsNaN(values[j * n + d]))
                {
                    square += (values[j * n + d] - means[d]) * (values[j * n + d] - means[d]);
                }
            }

            var deviation = known < 2 ? 0 : Math.Sqrt(square / known);
            deviations[d] = deviation > 1e-12 ? deviation : 1;
        }

        var patterns = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        Span<char> pattern = stackalloc char[n];
        for (var j = 0; j < ids.Count; j++)
        {
            for (var d = 0; d < n; d++)
            {
                pattern[d] = double.IsNaN(values[j * n + d]) ? '0' : '1';
            }

            if (!pattern.Contains('1'))
            {
                throw new ArgumentException($"The occupation '{ids[j]}' has no known dimension.", nameof(values));
            }

            var key = pattern.ToString();
            if (!patterns.TryGetValue(key, out var members))
            {
                patterns[key] = members = [];
            }

            members.Add(j);
        }

        var blocks = new List<Block>(patterns.Count);
        foreach (var (key, members) in patterns)
        {
            var known = Enumerable.Range(0, n).Where(d => key[d] == '1').ToArray();
            var block = new Block([.. members], known);
            for (var row = 0; row < known.Length; row++)
            {
                for (var member = 0; member < members.Count; member++)
                {
                    block[row, member] = (values[members[member] * n + known[row]] - means[known[row]]) / deviations[known[row]];
                }
            }

            blocks.Add(block);
        }

        return new OccupationGallery([.. ids], [.. dimensions], means, deviations, blocks);
    }

    /// <summary>The place of an occupation in <see cref="Ids"/>, or −1.</summary>
    public int IndexOf(string id) => _index.TryGetValue(id, out var at) ? at : -1;

    /// <summary>The standardised value of one occupation on one dimension; NaN where unknown.</summary>
    public double Value(int occupation, int dimension)
    {
        var (block, member) = _places[occupation];
        var row = Array.IndexOf(block.Dimensions, dimension);
        return row < 0 ? double.NaN : block[row, member];
    }

    /// <summary>The standardised values of one occupation on all dimensions; NaN where unknown.</summary>
    public double[] Point(int occupation) => [.. Enumerable.Range(0, Dimensions.Count).Select(dimension => Value(occupation, dimension))];

    /// <summary>Brings values in the dimensions' own units onto the gallery's scale, in place.</summary>
    public void Standardise(Span<double> values)
    {
        for (var d = 0; d < values.Length; d++)
        {
            values[d] = (values[d] - _means[d]) / _deviations[d];
        }
    }

    /// <summary>Mean and variance, on the gallery's scale, of a dimension among the occupations that know it; 0 and 1 where none does.</summary>
    internal (double Mean, double Variance) Spread(int dimension) => _spreads.Value[dimension];

    internal Block BlockOf(int occupation) => _places[occupation].Block;

    private (double Mean, double Variance) SpreadOf(int dimension)
    {
        var known = Enumerable.Range(0, Ids.Count).Select(j => Value(j, dimension)).Where(value => !double.IsNaN(value)).ToList();
        var mean = known.Count == 0 ? 0 : known.Average();
        return (mean, known.Count == 0 ? 1 : known.Average(value => (value - mean) * (value - mean)));
    }

    /// <summary>
    /// Occupations with the same known dimensions, laid out in tiles of <see cref="Lanes"/> side by side: a tile holds a row for each dimension, and
    /// tiles follow
    /// each other, so that whoever goes through all occupations reads memory once, in order.
    /// </summary>
    internal sealed class Block(int[] members, int[] dimensions)
    {
        public const int Lanes = 16;

        private readonly double[] _cells = new double[(members.Length + Lanes - 1) / Lanes * Lanes * dimensions.Length];

        /// <summary>Places of the occupations in <see cref="Ids"/>.</summary>
        public int[] Members { get; } = members;

        /// <summary>Places of the known dimensions in <see cref="OccupationGallery.Dimensions"/>.</summary>
        public int[] Dimensions { get; } = dimensions;

        public double this[int row, int member]
        {
            get => _cells[Place(row, member)];
            set => _cells[Place(row, member)] = value;
        }

        /// <summary>
        /// The rows of the occupations from <paramref name="start"/>, a multiple of <see cref="Lanes"/>; what lies beyond the last one is 0.
        /// </summary>
        public ReadOnlySpan<double> Tile(int start) => _cells.AsSpan(start * Dimensions.Length, Lanes * Dimensions.Length);

        private int Place(int row, int member) => member / Lanes * Lanes * Dimensions.Length + row * Lanes + member % Lanes;
    }
}
