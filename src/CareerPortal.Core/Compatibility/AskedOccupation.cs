using CareerPortal.Occupations;

namespace CareerPortal.Compatibility;

/// <summary>What a quiz on one occupation asks for, the most important first; one of it for each state of the content.</summary>
internal sealed class AskedOccupation(string code, IReadOnlyList<Requirement> requirements)
{
    public string Code { get; } = code;

    public IReadOnlyList<Requirement> Requirements { get; } = requirements;
}
