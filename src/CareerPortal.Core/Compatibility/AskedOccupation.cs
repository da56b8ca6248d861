using CareerPortal.Occupations;

namespace CareerPortal.Compatibility;

/// <summary>What a quiz on one occupation asks for, the most important first.</summary>
internal sealed class AskedOccupation(string code, IReadOnlyList<Requirement> requirements)
{
    public string Code { get; } = code;

    public IReadOnlyList<Requirement> Requirements { get; } = requirements;
}
