using CareerPortal.Catalogue;

namespace CareerPortal.Web.Api;

/// <summary>From which catalogues a fact was made, by the origin that it names.</summary>
internal static class FactOrigins
{
    public const string Rome = "rome";
    public const string Onet = "onet";

    private const string Esco = "esco";
    private const string Competent = "competent";

    /// <summary>Each origin with the keys of the catalogues behind it.</summary>
    public static IReadOnlyDictionary<string, string[]> All { get; } =
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            [Rome] = [Rome],
            ["rome 3"] = [Rome, Esco],
            ["appellations"] = [Rome, Esco],
            ["isco-08"] = [Rome, Esco],
            [Esco] = [Esco],
            [Competent] = [Competent],
            ["esco-onet"] = [Esco, Onet],
            ["esco-onet, soc 2010-2019"] = [Esco, Onet],
            ["onet-soc-2019"] = [Onet],
            [Onet] = [Onet],
        };

    public static string[] Of(string origin) => All.GetValueOrDefault(origin, []);

    /// <summary>Competent is reached through ESCO: both are behind it.</summary>
    public static string[] Of(Crossing crossing) => crossing.Scheme == Competent ? [Esco, Competent] : Of(crossing.Origin);
}
