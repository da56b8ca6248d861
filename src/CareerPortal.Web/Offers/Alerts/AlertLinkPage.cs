using CareerPortal.Catalogue;
using CareerPortal.Offers.Alerts;
using CareerPortal.Offers.Board;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace CareerPortal.Web.Offers.Alerts;

/// <summary>
/// A page that a link in a mail opens. Programs follow such links before anybody does, so that reading the page changes nothing: what it is for happens
/// when its button is pressed.
/// </summary>
[SecretAddress]
public abstract class AlertLinkPage : LoadedComponent
{
    [Parameter]
    public string Token { get; set; } = "";

    [Inject]
    internal AlertDesk Desk { get; set; } = default!;

    [Inject]
    internal CatalogueShelf Shelf { get; set; } = default!;

    [Inject]
    internal StoreOutage Outage { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    /// <summary>What the link is for.</summary>
    protected abstract AlertLink Purpose { get; }

    /// <summary>Whether the link is one of this site's, even where its alert has ended.</summary>
    protected bool IsOurs { get; private set; }

    /// <summary>The alert; null where it has ended, or the link is none.</summary>
    protected AlertCard? Alert { get; set; }

    protected CatalogueView Catalogue { get; private set; } = default!;

    /// <summary>Why the button did nothing, by the key of a text.</summary>
    protected string? Fault { get; private set; }

    protected OfferQuery Query => Alert is null ? new OfferQuery() : AlertSearch.Read(Alert.Search);

    /// <summary>Whether an ended alert is what the link is for, and so nothing that is missing.</summary>
    protected virtual bool MayHaveEnded => false;

    protected override async Task LoadAsync()
    {
        var id = await Desk.OpenAsync(Token, Purpose, CancellationToken.None);
        IsOurs = id is not null;
        Alert = id is { } alert ? await Desk.FindAsync(alert, CancellationToken.None) : null;
        Catalogue = await Shelf.CurrentAsync(CancellationToken.None);
        if (Http is { Response: { HasStarted: false } response })
        {
            AlertEndpoints.Hide(response);
            if (Alert is null && !(IsOurs && MayHaveEnded) && response.StatusCode == StatusCodes.Status200OK)
            {
                response.StatusCode = StatusCodes.Status410Gone;
            }
        }
    }

    /// <summary>Does what the button is for and goes on to a page; where the alert has ended meanwhile the page says so.</summary>
    protected async Task DoAsync(string what, Func<Guid, Task<bool>> act, Func<Guid, Task<string>> next)
    {
        if (Alert is not { } alert)
        {
            return;
        }

        string? to = null;
        var isDone = await Outage.TryAsync(
            what,
            async () =>
            {
                if (await act(alert.Id))
                {
                    to = await next(alert.Id);
                }
            }
        );
        if (!isDone)
        {
            Fault = "Alert.NotDone";
        }
        else if (to is null)
        {
            Alert = null;
        }
        else
        {
            Navigation.NavigateTo(to);
        }
    }

    /// <summary>The page of the alert, with what was done.</summary>
    protected async Task<string> ManageAsync(Guid alertId, string done) =>
        $"{Site.Link(AlertPath.Manage)}/{await Desk.LinkAsync(alertId, AlertLink.Manage, CancellationToken.None)}?fait={done}";
}
