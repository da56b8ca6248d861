namespace CareerPortal.Cli.Shell;

/// <summary>What a command ends with, besides 0.</summary>
public static class ExitCode
{
    /// <summary>The store cannot be used as it is.</summary>
    public const int Failed = 1;

    /// <summary>What was given cannot be understood.</summary>
    public const int Faulty = 2;

    /// <summary>The database is not of the newest model.</summary>
    public const int OutOfDate = 3;

    /// <summary>It was done but for what a person must decide.</summary>
    public const int Undecided = 4;
}
