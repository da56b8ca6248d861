namespace CareerPortal.Testing;

/// <summary>The folder of the repository the tests were built from: some rules are about its files.</summary>
public static class RepositoryFolder
{
    public static string Path { get; } = Find();

    public static string Of(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "CareerPortal.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("CareerPortal.sln stands in no folder above the tests.");
        }

        return folder.FullName;
    }
}
