using System.Xml.Linq;

namespace CareerPortal.Core.Tests.Packages;

/// <summary>A package that a restore brought, with the licence its own description names.</summary>
/// <param name="Expression">The SPDX expression; null where the package brings a text or an address instead.</param>
/// <param name="Text">The licence's own words, or the address where they stand; null where there is an expression.</param>
internal sealed record RestoredPackage(string Id, string Version, string? Expression, string? Text)
{
    public static RestoredPackage Read(string folder)
    {
        var metadata = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single()).Root!.Elements().Single(e => e.Name.LocalName == "metadata");
        string? Named(string name) => metadata.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim();
        var licence = metadata.Elements().FirstOrDefault(e => e.Name.LocalName == "license");
        var (id, version) = (Named("id") ?? "", Named("version") ?? "");
        return licence?.Attribute("type")?.Value switch
        {
            "expression" => new(id, version, licence.Value.Trim(), null),
            "file" => new(id, version, null, File.ReadAllText(Path.Combine(folder, licence.Value.Trim().Replace('\\', '/')))),
            _ => new(id, version, null, Named("licenseUrl") ?? ""),
        };
    }
}
