namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>The folder of open data sets; none of them is shipped.</summary>
internal sealed class OpenData(string folder)
{
    public string Path(string set, string file) => System.IO.Path.Combine(folder, set, file);

    /// <summary>The first of these files that is not there, as <c>set/file</c>; null when all are.</summary>
    public string? FirstMissing(params (string Set, string File)[] files)
    {
        foreach (var (set, file) in files)
        {
            if (!File.Exists(Path(set, file)))
            {
                return $"{set}/{file}";
            }
        }

        return null;
    }
}
