namespace CareerPortal.Occupations;

/// <summary>The one order of an occupation's qualities.</summary>
internal static class RequirementOrder
{
    /// <summary>The most important first, and among equals by the quality.</summary>
    public static IOrderedQueryable<Requirement> InOrder(this IQueryable<Requirement> requirements) =>
        requirements.OrderByDescending(r => r.Importance).ThenBy(r => r.QualityId);
}
