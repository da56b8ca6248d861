using System.Globalization;
using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Web.Accounts;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace CareerPortal.Web.Workspace.Review;

/// <summary>
/// A page of the workspace whose forms are all taken in one place: also the second of two clicks, when the button that was pressed is there no
/// longer, finds somebody to answer it.
/// </summary>
public abstract class DeskPage : LoadedComponent
{
    /// <summary>The name under which every form of the page is sent.</summary>
    public const string FormName = "desk";

    /// <summary>The field that says which button was pressed.</summary>
    public const string Button = "faire";

    private const string DeedKey = "fait";
    private const string AnswerKey = "reponse";

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    /// <summary>Who acts: pages of the workspace are opened by whoever is signed in.</summary>
    protected Actor Actor => ActorOf.In(Http?.User)!;

    protected bool IsReader => ActorOf.RoleIn(Http?.User) >= AccountRole.Reviewer;

    protected bool IsAdministrator => ActorOf.RoleIn(Http?.User) >= AccountRole.Administrator;

    protected CancellationToken Cancellation => Http?.RequestAborted ?? CancellationToken.None;

    protected abstract Task ReadAsync();

    protected sealed override async Task LoadAsync()
    {
        if (Http is not null)
        {
            Http.Response.Headers.CacheControl = "no-store";
        }

        await ReadAsync();
    }

    /// <summary>Lets what cannot be seen be not found; true where all is well.</summary>
    protected bool Found(DeskAnswer answer)
    {
        if (answer is DeskAnswer.NotFound or DeskAnswer.NotAllowed)
        {
            Navigation.NotFound();
        }

        return answer is not (DeskAnswer.NotFound or DeskAnswer.NotAllowed);
    }

    protected void Lose() => Navigation.NotFound();

    /// <summary>A field of the form that was sent.</summary>
    protected string? Sent(string name) => Http is { Request.HasFormContentType: true } ? Http.Request.Form[name].FirstOrDefault() : null;

    protected IReadOnlyList<string> AllSent(string name) =>
        Http is { Request.HasFormContentType: true } ? [.. Http.Request.Form[name].OfType<string>()] : [];

    protected int SentNumber(string name) => int.TryParse(Sent(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    protected Guid SentId(string name) => Guid.TryParse(Sent(name), out var id) ? id : Guid.Empty;

    /// <summary>The button that was pressed, and what it speaks of.</summary>
    protected (string Does, string What) Pressed =>
        Sent(Button)?.Split(':', 2) is [var does, .. var rest] ? (does, rest is [var what] ? what : "") : ("", "");

    /// <summary>Leads to a page that says what became of it.</summary>
    protected void Tell(DeskDeed deed, DeskAnswer answer, string path, string? fragment = null)
    {
        if (answer == DeskAnswer.NotFound)
        {
            Lose();
            return;
        }

        var joined = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        Navigation.NavigateTo($"{Site.Link(path)}{joined}{DeedKey}={deed}&{AnswerKey}={answer}{(fragment is null ? "" : $"#{fragment}")}");
    }

    /// <summary>What the page before said of what was asked; null where nothing was.</summary>
    protected (DeskDeed Deed, DeskAnswer Answer)? Told =>
        Http is not null
        && Enum.TryParse<DeskDeed>(Http.Request.Query[DeedKey], out var deed)
        && Enum.IsDefined(deed)
        && Enum.TryParse<DeskAnswer>(Http.Request.Query[AnswerKey], out var answer)
        && Enum.IsDefined(answer)
            ? (deed, answer)
            : null;
}
