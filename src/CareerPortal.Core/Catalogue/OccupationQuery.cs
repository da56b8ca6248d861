namespace CareerPortal.Catalogue;

/// <summary>What a reader asked of the list of occupations: all of it stands in the address.</summary>
public sealed record OccupationQuery
{
    public string? Text { get; init; }

    /// <summary>The value chosen for each filter that is set.</summary>
    public IReadOnlyDictionary<OccupationFacet, string> Chosen { get; init; } = new Dictionary<OccupationFacet, string>();

    public int Page { get; init; } = 1;

    /// <summary>The first page of the same without one filter, or with another value for it.</summary>
    public OccupationQuery With(OccupationFacet facet, string? value)
    {
        var chosen = Chosen.Where(c => c.Key != facet).ToDictionary();
        if (value is not null)
        {
            chosen[facet] = value;
        }

        return this with
        {
            Chosen = chosen,
            Page = 1,
        };
    }
}
