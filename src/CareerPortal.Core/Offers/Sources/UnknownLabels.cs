namespace CareerPortal.Offers.Sources;

/// <summary>Counts the labels that no table knows. What a hostile source invents is bounded.</summary>
public sealed class UnknownLabels
{
    private const int Most = 2000;

    private readonly Dictionary<(string Field, string Label), int> _counts = [];

    public IReadOnlyDictionary<(string Field, string Label), int> Counts => _counts;

    public void Add(string field, string label)
    {
        var key = (field, OfferText.Line(label, OfferFacts.LabelMaxLength));
        if (_counts.TryGetValue(key, out var count))
        {
            _counts[key] = count + 1;
        }
        else if (_counts.Count < Most)
        {
            _counts[key] = 1;
        }
    }
}
