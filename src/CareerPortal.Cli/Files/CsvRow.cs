using System.Globalization;

namespace CareerPortal.Cli.Files;

/// <summary>One row of a file, read by the names of its header.</summary>
internal sealed class CsvRow(CsvFile file, int line, string[] cells)
{
    /// <summary>Beyond it squares and sums would overflow.</summary>
    private const double Largest = 1e100;

    public int Line => line;

    public string this[int column] => cells[column];

    public string Text(string column)
    {
        var at = file.Column(column);
        return cells[at].Length > 0 ? cells[at] : throw Problem(at, "is empty.");
    }

    /// <summary>A text that is no longer than the place it is kept in.</summary>
    public string Text(string column, int longest) =>
        Text(column) is var text && text.Length <= longest ? text : throw Problem(column, $"is longer than {longest} characters.");

    /// <summary>A number without decimals, from <paramref name="least"/> to <paramref name="greatest"/>.</summary>
    public int Whole(string column, int least, int greatest)
    {
        var at = file.Column(column);
        return Number(at) is var number && number == Math.Floor(number) && number >= least && number <= greatest
            ? (int)number
            : throw Problem(at, string.Create(CultureInfo.InvariantCulture, $"{cells[at]} is no whole number from {least} to {greatest}."));
    }

    /// <summary>A number from <paramref name="least"/> to <paramref name="greatest"/>.</summary>
    public double Number(string column, double least, double greatest)
    {
        var at = file.Column(column);
        return Number(at) is var number && number >= least && number <= greatest
            ? number
            : throw Problem(at, string.Create(CultureInfo.InvariantCulture, $"{cells[at]} is out of range {least} to {greatest}."));
    }

    /// <summary>A number; NaN where the cell is empty and <paramref name="mayBeEmpty"/>.</summary>
    public double Number(int column, bool mayBeEmpty = false)
    {
        if (cells[column].Length == 0 && mayBeEmpty)
        {
            return double.NaN;
        }

        if (cells[column].Length == 0)
        {
            throw Problem(column, "is empty, a number is needed.");
        }

        if (!double.TryParse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || double.IsNaN(value))
        {
            throw Problem(column, $"'{cells[column]}' is not a number.");
        }

        return Math.Abs(value) <= Largest ? value : throw Problem(column, $"{cells[column]} is too large.");
    }

    /// <summary>An answer from 1 to <paramref name="categories"/>; 0 where the cell is empty.</summary>
    public int Answer(int column, int categories)
    {
        if (cells[column].Length == 0)
        {
            return 0;
        }

        var number = Number(column);
        if (number != Math.Floor(number) || number < 1 || number > categories)
        {
            throw Problem(column, $"the answer {cells[column]} is out of range 1 to {categories}.");
        }

        return (int)number;
    }

    public InputException Problem(string column, string message) => Problem(file.Column(column), message);

    public InputException Problem(int column, string message) => new(file.Path, line, file.Header[column], message);
}
