namespace CareerPortal.Testing;

/// <summary>Words that say nothing about what a type is.</summary>
public static class EmptyWords
{
    private static readonly string[] Words = ["Manager", "Helper", "Helpers", "Util", "Utils", "Impl", "Dto", "Vm"];

    /// <summary>The name of a type that ends in such a word; null where it does not.</summary>
    public static string? Ending(Type type) => Words.Any(w => type.Name.Split('`')[0].EndsWith(w, StringComparison.Ordinal)) ? type.FullName : null;
}
