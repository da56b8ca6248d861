namespace CareerPortal.Cli.Catalogue;

/// <summary>What the portal calls the interests of ROME, in its own words and in four languages.</summary>
internal sealed class InterestNames
{
    private readonly Dictionary<string, LocalisedText> _names = new(StringComparer.Ordinal);

    public static InterestNames Load()
    {
        var names = new InterestNames();
        using var file = OwnTable.Open("interest-names.csv");
        foreach (var row in file.Rows())
        {
            names._names.Add(row.Text("code"), new LocalisedText(row.Text("fr"), row.Text("nl"), row.Text("de"), row.Text("en")));
        }

        return names;
    }

    public LocalisedText? Find(string code) => _names.GetValueOrDefault(code);
}
