using Xunit.v3;

namespace CareerPortal.Testing;

/// <summary>Marks tests that take long: a browser, processes of their own, every page of the site. The fast half leaves them out.</summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SlowAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Speed", "Slow")];
}
