namespace CareerPortal.Guides;

/// <summary>A piece of prose: plain words, or pieces under one mark.</summary>
public sealed record ProseSpan(ProseMark Mark, string Text, IReadOnlyList<ProseSpan> Spans, string? Address = null)
{
    /// <summary>Plain words.</summary>
    public static ProseSpan Words(string text) => new(ProseMark.None, text, []);
}
