using System.Text.RegularExpressions;
using CareerPortal.Cli.Files;

namespace CareerPortal.Cli.Catalogue;

/// <summary>A folder of open data: each table is found by its name, in the folder itself or in one below it.</summary>
internal sealed partial class TableFolder
{
    private readonly string _root;
    private readonly ILookup<string, string> _files;

    private TableFolder(string root, ILookup<string, string> files)
    {
        _root = root;
        _files = files;
    }

    /// <exception cref="InputException">There is no such folder.</exception>
    public static TableFolder At(DirectoryInfo folder)
    {
        if (!folder.Exists)
        {
            throw new InputException(folder.FullName, "there is no such folder.");
        }

        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 };
        var files = Directory.EnumerateFiles(folder.FullName, "*", options).Order(StringComparer.Ordinal);
        return new TableFolder(folder.FullName, files.ToLookup(f => Path.GetFileName(f), StringComparer.Ordinal));
    }

    /// <exception cref="InputException">The table is missing, or lies in two places.</exception>
    public string PathOf(string name, string? inFolder = null)
    {
        var found = _files[name].Where(f => inFolder is null || Path.GetFileName(Path.GetDirectoryName(f)) == inFolder).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new InputException(Path.Combine(_root, inFolder ?? "", name), "the table is missing."),
            _ => throw new InputException(found[1], $"the table is there twice: also {found[0]}."),
        };
    }

    public bool Has(string name) => _files[name].Any();

    /// <summary>The edition that the tables of ROME name: 460 of "unix_referentiel_code_rome_v460_utf8.csv".</summary>
    /// <exception cref="InputException">There is none, or more than one.</exception>
    public string RomeEdition()
    {
        var found = _files.Where(g => RomeTable().IsMatch(g.Key)).ToList();
        var editions = found.Select(g => RomeTable().Match(g.Key).Groups["edition"].Value).ToList();
        return editions.Count switch
        {
            1 => editions[0],
            0 => throw new InputException(_root, "there is no table unix_referentiel_code_rome_v…_utf8.csv in it."),
            _ => throw new InputException(found[1].First(), $"the folder holds several editions of ROME: {string.Join(", ", editions)}."),
        };
    }

    [GeneratedRegex(@"^unix_referentiel_code_rome_v(?<edition>\d{1,6})_utf8\.csv$")]
    private static partial Regex RomeTable();
}
