using CareerPortal.Compatibility;
using CareerPortal.Guides;
using CareerPortal.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace CareerPortal.Web.Quiz;

/// <summary>What every page of one person's quiz does first: finds it by its code, or answers that there is none; and keeps it out of every cache.</summary>
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

    private protected QuizProgress? Quiz { get; private set; }

    private protected GuideSummary? Guide { get; private set; }

    protected override async Task LoadAsync()
    {
        if (Http is { Response.HasStarted: false })
        {
            Http.Response.Headers.CacheControl = "no-cache, no-store";
        }

        var quiz = ResumeCode.Parse(Code) is { } code ? await Desk.FindAsync(code, CancellationToken.None) : null;
        Guide = quiz?.OccupationCode is { } occupation ? (await Library.CatalogueAsync(Site.Language, CancellationToken.None)).FindByOccupation(occupation) : null;
        if (quiz is null || (Guide is null && quiz.OccupationCode is not null))
        {
            Navigation.NotFound();
            return;
        }

        Quiz = quiz;
    }
}
