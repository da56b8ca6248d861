using CareerPortal.Cli.Files;

namespace CareerPortal.Cli.Catalogue;

/// <summary>The small tables that the command line brings along, each written by hand.</summary>
internal static class OwnTable
{
    public static CsvFile Open(string name) =>
        CsvFile.Read(
            name,
            typeof(OwnTable).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is missing.")
        );
}
