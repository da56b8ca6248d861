namespace CareerPortal.Offers.Doubles;

/// <summary>What tells whether two offers are the same post.</summary>
public sealed record OfferKey
{
    public required long Id { get; init; }

    public required string Title { get; init; }

    /// <summary>As the source wrote it: it may be hidden, a board's name or a word like « CPAS ».</summary>
    public string? Employer { get; init; }

    /// <summary>Whether an agency looks for somebody; null where only name and contract can tell.</summary>
    public bool? IsAgency { get; init; }

    public IReadOnlyList<OfferTown> Towns { get; init; } = [];

    public ContractKind? Contract { get; init; }

    public DateOnly? Published { get; init; }

    /// <summary>The employer's or the board's own number of it.</summary>
    public string? Reference { get; init; }

    /// <summary>The key of an offer as the store holds it.</summary>
    public static OfferKey Of(long id, OfferFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new OfferKey
        {
            Id = id,
            Title = facts.Title,
            Employer = facts.Employer,
            IsAgency = facts.EmployerKind is { } kind ? kind == EmployerKind.Agency : null,
            Towns = [.. facts.Places.Select(p => new OfferTown(p.Postcode, p.Municipality ?? p.Label))],
            Contract = facts.Contract,
            Published = facts.Published,
            Reference = facts.Reference,
        };
    }
}
