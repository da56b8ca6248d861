namespace CareerPortal.Cli.Quiz.Files;

/// <summary>Bad input, with the place where it was found; the command prints it and ends with exit code 2.</summary>
internal sealed class InputException : Exception
{
    public InputException(string file, string message)
        : base($"{file}: {message}") { }

    public InputException(string file, int line, string message)
        : base($"{file}, line {line}: {message}") { }

    public InputException(string file, int line, string column, string message)
        : base($"{file}, line {line}, column {column}: {message}") { }

    /// <summary>What an exception of the engine says, without the name of the argument and other lines for programmers.</summary>
    public static string Plain(Exception problem) => problem.Message.Split('\n', 2)[0].Split(" (Parameter", 2)[0];
}
