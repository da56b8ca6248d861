using System.Globalization;

namespace CareerPortal.Cli.Files;

/// <summary>Bad input, with the place where it was found; the command prints it and ends with exit code 2.</summary>
internal sealed class InputException : Exception
{
    /// <summary>Where the reader of JSON passes from what is wrong to where.</summary>
    private static readonly string[] PlaceMarks = [" Path: ", " LineNumber: "];

    public InputException(string file, string message)
        : base($"{file}: {message}") { }

    public InputException(string file, int line, string message)
        : base($"{file}, line {line}: {message}") { }

    public InputException(string file, int line, string column, string message)
        : base($"{file}, line {line}, column {column}: {message}") { }

    /// <summary>What an exception of the engine says, without the name of the argument and other lines for programmers.</summary>
    public static string Plain(Exception problem) => problem.Message.Split('\n', 2)[0].Split(" (Parameter", 2)[0];

    /// <summary>What the reader of JSON says, in words for people who write files: what is wrong, then where.</summary>
    public static string PlainJson(string message)
    {
        var at = PlaceMarks.Select(mark => message.IndexOf(mark, StringComparison.Ordinal)).Where(i => i >= 0);
        var what = message[..at.DefaultIfEmpty(message.Length).Min()].Split('\n', 2)[0];
        if (what.Contains("does not contain any JSON tokens", StringComparison.Ordinal))
        {
            return "the file is empty.";
        }

        var line =
            ValueAfter("LineNumber: ") is { } number && int.TryParse(number, CultureInfo.InvariantCulture, out var before)
                ? string.Create(CultureInfo.InvariantCulture, $" (line {before + 1})")
                : "";
        var path = ValueAfter(" Path: ") is { } known and not "$" ? $"{known}: " : "";
        return $"{path}{InWords(what).TrimEnd('.')}{line}.";

        string? ValueAfter(string mark) =>
            message.LastIndexOf(mark, StringComparison.Ordinal) is >= 0 and var start
                ? message[(start + mark.Length)..].Split(" | ", 2)[0].TrimEnd('.')
                : null;
    }

    private static string InWords(string what)
    {
        const string Missing = "missing required properties including: ";
        if (what.IndexOf(Missing, StringComparison.Ordinal) is >= 0 and var missing)
        {
            return $"it lacks {what[(missing + Missing.Length)..]}";
        }

        return what switch
        {
            _ when what.Contains("could not be converted to", StringComparison.Ordinal) => "the value is none that may stand there",
            _ when what.Contains("could not be mapped to", StringComparison.Ordinal) => $"'{what.Split('\'', 3)[1]}' is not known",
            _ => what,
        };
    }
}
