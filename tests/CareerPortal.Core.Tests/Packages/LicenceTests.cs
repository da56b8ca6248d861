using System.Text.Json;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Packages;

public sealed class LicenceTests
{
    private static readonly IReadOnlyList<RestoredPackage> Restored = RestoredPackages.Below(RepositoryFolder.Path);
    private static readonly LicenceException[] Exceptions = JsonSerializer.Deserialize<LicenceException[]>(
        File.ReadAllBytes(RepositoryFolder.Of("tests", "CareerPortal.Core.Tests", "Packages", "licence-exceptions.json")),
        JsonSerializerOptions.Web
    )!;

    [Fact]
    public void Faults_RestoredPackages_AreNone()
    {
        var faults = LicenceRule.Faults(Restored, Exceptions);

        Assert.True(Restored.Count > 100, $"Only {Restored.Count} packages were found: the gate would see nothing.");
        Assert.True(
            faults.Count == 0,
            "These packages may not be used, or need an entry with a reason in licence-exceptions.json:\n" + string.Join('\n', faults)
        );
    }

    [Fact]
    public void Exceptions_WithoutTheirPackage_AreGone() =>
        Assert.All(
            Exceptions,
            e => Assert.True(Restored.Any(p => LicenceRule.Covers(e, p)), $"{e.Package} is not restored any more, or under another licence.")
        );

    [Theory]
    [InlineData("AGPL-3.0-only")]
    [InlineData("AGPL-3.0-or-later")]
    [InlineData("GPL-2.0-only WITH Classpath-exception-2.0")]
    [InlineData("MIT AND GPL-3.0-only")]
    [InlineData("(MIT OR Apache-2.0) AND AGPL-3.0-only")]
    [InlineData("LicenseRef-Commercial")]
    public void Faults_PackageUnderUnwantedLicence_NameIt(string expression)
    {
        using var folder = new PlantedPackage($"<license type=\"expression\">{expression}</license>");

        var fault = Assert.Single(LicenceRule.Faults([RestoredPackage.Read(folder.Path)], Exceptions));

        Assert.Equal($"Planted.Package 1.2.3: {expression}", fault);
    }

    [Theory]
    [InlineData("<license type=\"file\">LICENSE.txt</license>", "Our own terms")]
    [InlineData("<licenseUrl>https://example.org/terms</licenseUrl>", "https://example.org/terms")]
    [InlineData("", "")]
    public void Faults_PackageWithOwnTerms_NameIt(string licence, string told)
    {
        using var folder = new PlantedPackage(licence);

        var fault = Assert.Single(LicenceRule.Faults([RestoredPackage.Read(folder.Path)], Exceptions));

        Assert.Equal($"Planted.Package 1.2.3: {told}", fault);
    }

    [Theory]
    [InlineData("MIT")]
    [InlineData("GPL-3.0-only OR MIT")]
    [InlineData("(MIT OR Apache-2.0) AND BSD-3-Clause")]
    public void Faults_PackageUnderAllowedLicence_AreNone(string expression)
    {
        using var folder = new PlantedPackage($"<license type=\"expression\">{expression}</license>");

        Assert.Empty(LicenceRule.Faults([RestoredPackage.Read(folder.Path)], Exceptions));
    }

    [Fact]
    public void Faults_ExceptionWhoseLicenceChanged_NameThePackage()
    {
        using var folder = new PlantedPackage("<license type=\"file\">LICENSE.txt</license>");

        var faults = LicenceRule.Faults(
            [RestoredPackage.Read(folder.Path)],
            [new LicenceException("Planted.Package", "The MIT License", "It was MIT once.")]
        );

        Assert.Single(faults);
    }

    /// <summary>A package's folder as a restore leaves it.</summary>
    private sealed class PlantedPackage : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("package-").FullName;

        public PlantedPackage(string licence)
        {
            File.WriteAllText(
                System.IO.Path.Combine(Path, "planted.package.nuspec"),
                $"""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
                  <metadata><id>Planted.Package</id><version>1.2.3</version>{licence}</metadata>
                </package>
                """
            );
            File.WriteAllText(System.IO.Path.Combine(Path, "LICENSE.txt"), "Our own terms");
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
