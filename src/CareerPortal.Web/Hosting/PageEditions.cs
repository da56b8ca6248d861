using System.Globalization;
using CareerPortal.Data;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// Tells of which edition a page has to be that is shown now. Everything that keeps pages asks here, and nowhere else, whether one still holds.
/// </summary>
internal sealed class PageEditions(ContentMark mark, SiteEdition site, TimeProvider time)
{
    private readonly Slot?[] _slots = new Slot?[(int)ContentRealm.All + 1];

    /// <summary>The edition of a page that shows some parts of the content.</summary>
    public async ValueTask<PageEdition> CurrentAsync(ContentRealm realms, CancellationToken cancellation) =>
        EditionOf(realms, await mark.CurrentAsync(cancellation));

    /// <summary>The edition as far as it is known without asking the store; null where the store has to be asked.</summary>
    public PageEdition? Known(ContentRealm realms)
    {
        var asked = mark.CurrentAsync(CancellationToken.None);
        if (asked.IsCompletedSuccessfully)
        {
            return EditionOf(realms, asked.Result);
        }

        // The store is being asked: whoever needs the answer shares it.
        _ = asked.AsTask();
        return null;
    }

    /// <summary>
    /// The names of the state of some parts of the content on one day: the same for every request until one of them changes. While the store is
    /// away no day begins, because no page could be made for it.
    /// </summary>
    private PageEdition EditionOf(ContentRealm realms, ContentState state)
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var slot = Volatile.Read(ref _slots[(int)realms]);
        if (slot is not null && ReferenceEquals(slot.State, state) && (slot.Edition.Day == day || mark.IsAway))
        {
            return slot.Edition;
        }

        var content = state.Of(realms);
        var name = string.Create(CultureInfo.InvariantCulture, $"{content:N}.{day:yyyyMMdd}.{site.Name}");
        var edition =
            slot?.Edition is { } held && held.Content == content && (held.Day == day || mark.IsAway)
                ? held
                : new PageEdition(realms, content, day, name, $"W/\"{name}\"");
        Volatile.Write(ref _slots[(int)realms], new Slot(state, edition));
        return edition;
    }

    private sealed record Slot(ContentState State, PageEdition Edition);
}
