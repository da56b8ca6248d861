using System.Globalization;
using CareerPortal.Data;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// Tells of which edition a page has to be that is shown now. Everything that keeps pages asks here, and nowhere else, whether one still holds.
/// </summary>
internal sealed class PageEditions(ContentMark mark, SiteEdition site, TimeProvider time)
{
    private volatile PageEdition? _edition;

    public async ValueTask<PageEdition> CurrentAsync(CancellationToken cancellation) => EditionOf(await mark.CurrentAsync(cancellation));

    /// <summary>The edition as far as it is known without asking the store; null where the store has to be asked.</summary>
    public PageEdition? Known()
    {
        var asked = mark.CurrentAsync(CancellationToken.None);
        if (asked.IsCompletedSuccessfully)
        {
            return EditionOf(asked.Result);
        }

        // The store is being asked: whoever needs the answer shares it.
        _ = asked.AsTask();
        return null;
    }

    /// <summary>
    /// The names of the content's state on one day: the same for every request until one of them changes. While the store is away no day
    /// begins, because no page could be made for it.
    /// </summary>
    private PageEdition EditionOf(Guid content)
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (_edition is { } held && held.Content == content && (held.Day == day || mark.IsAway))
        {
            return held;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{content:N}.{day:yyyyMMdd}.{site.Name}");
        return _edition = new PageEdition(content, day, name, $"W/\"{name}\"");
    }
}
