using CareerPortal.Compatibility;
using CareerPortal.Guides;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace CareerPortal.Web.Quiz;

/// <summary>
/// What every page of one person's quiz does first: finds it by its code, or answers that there is none; and keeps it out of every cache.
/// </summary>
/// <remarks>There is a guide where the quiz asks about one occupation, none where it asks about all.</remarks>
public abstract class QuizPage : LoadedComponent
{
    [Parameter]
    public required string Code { get; set; }

    [Inject]
    private protected QuizDesk Desk { get; set; } = default!;

    [Inject]
    private protected GuideLibrary Library { get; set; } = default!;

    [Inject]
    private protected NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private protected HttpContext? Http { get; set; }

    [Inject]
    private protected StoreOutage Outage { get; set; } = default!;

    private protected QuizProgress? Quiz { get; private set; }

    /// <summary>The code of a quiz whose deletion was asked for while the store could not even be asked for it; otherwise null.</summary>
    private protected ResumeCode? AwayFromStore { get; private set; }

    private protected GuideSummary? Guide { get; private set; }

    protected override async Task LoadAsync()
    {
        if (!await IsDeletionAsync())
        {
            await FindAsync();
        }
        else if (!await Outage.TryAsync("a quiz to be deleted was not found", FindAsync))
        {
            AwayFromStore = ResumeCode.Parse(Code);
        }
    }

    /// <summary>Whether this is the form that deletes the quiz: its page can say without a store that nothing was deleted.</summary>
    private async Task<bool> IsDeletionAsync() =>
        Http is { Request: { HasFormContentType: true } request }
        && HttpMethods.IsPost(request.Method)
        && (await request.ReadFormAsync())["_handler"] == DeleteQuiz.FormName;

    private async Task FindAsync()
    {
        if (Http is { Response.HasStarted: false })
        {
            Http.Response.Headers.CacheControl = "no-cache, no-store";
        }

        var quiz = ResumeCode.Parse(Code) is { } code ? await Desk.FindAsync(code, CancellationToken.None) : null;
        Guide = quiz?.OccupationCode is { } occupation
            ? (await Library.CatalogueAsync(Site.Language, CancellationToken.None)).FindByOccupation(occupation)
            : null;
        if (quiz is null || (Guide is null && quiz.OccupationCode is not null))
        {
            Navigation.NotFound();
            return;
        }

        Quiz = quiz;
    }
}
