namespace CareerPortal.Quiz.Numerics;

/// <summary>An immutable symmetric matrix, such as a correlation or covariance matrix.</summary>
public sealed class SymmetricMatrix
{
    private readonly double[] _cells;

    private SymmetricMatrix(int size, double[] cells)
    {
        Size = size;
        _cells = cells;
    }

    /// <summary>The number of rows, which is the number of columns.</summary>
    public int Size { get; }

    /// <summary>The cell of row <paramref name="row"/> and column <paramref name="column"/>, both from 0.</summary>
    public double this[int row, int column] => _cells[row * Size + column];

    /// <summary>All cells row by row: Size × Size numbers.</summary>
    public ReadOnlySpan<double> Cells => _cells;

    /// <summary>One row: Size numbers.</summary>
    public ReadOnlySpan<double> Row(int row) => _cells.AsSpan(row * Size, Size);

    /// <summary>A matrix whose cell (i, j) is <paramref name="cell"/>(i, j) for i ≥ j, mirrored above the diagonal.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not above 0.</exception>
    public static SymmetricMatrix Create(int size, Func<int, int, double> cell)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentNullException.ThrowIfNull(cell);

        var cells = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                cells[i * size + j] = cells[j * size + i] = cell(i, j);
            }
        }

        return new SymmetricMatrix(size, cells);
    }

    /// <summary>A matrix with <paramref name="diagonal"/> on the diagonal and 0 elsewhere.</summary>
    public static SymmetricMatrix Diagonal(ReadOnlySpan<double> diagonal)
    {
        var size = diagonal.Length;
        var cells = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            cells[i * size + i] = diagonal[i];
        }

        return new SymmetricMatrix(size, cells);
    }

    /// <summary>The identity matrix.</summary>
    public static SymmetricMatrix Identity(int size) => Create(size, (i, j) => i == j ? 1 : 0);

    /// <summary>The rows and columns listed in <paramref name="kept"/>, in that order.</summary>
    public SymmetricMatrix Part(IReadOnlyList<int> kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return Create(kept.Count, (i, j) => this[kept[i], kept[j]]);
    }

    internal static SymmetricMatrix Own(int size, double[] cells) => new(size, cells);
}
