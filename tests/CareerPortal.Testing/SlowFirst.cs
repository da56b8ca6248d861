using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace CareerPortal.Testing;

/// <summary>Begins with the classes that take long, so that none of them is left to run alone at the end; the others follow in their order.</summary>
public sealed class SlowFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(c => IsSlow(c) ? 0 : 1)];

    /// <summary>A class without a collection of its own makes one, which has its name.</summary>
    private static bool IsSlow(ITestCollection collection) =>
        collection is IXunitTestCollection { TestAssembly.Assembly: { } assembly }
        && collection.TestCollectionDisplayName.Split(' ').Any(n => assembly.GetType(n)?.GetCustomAttribute<SlowAttribute>() is not null);
}
