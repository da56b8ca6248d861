namespace CareerPortal;

/// <summary>Which page of a list is shown: the one asked for, or the nearest there is; a list of nothing has one page.</summary>
public readonly record struct ShownPage(int Page, int Pages, int Size)
{
    /// <summary>How many entries stand before it.</summary>
    public int Skipped => (Page - 1) * Size;

    public static ShownPage Of(int asked, int total, int size)
    {
        var pages = Math.Max(1, (total + size - 1) / size);
        return new ShownPage(Math.Clamp(asked, 1, pages), pages, size);
    }
}
