using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>
/// Every address of the workspace × every kind of person × a guide of their own, of somebody else's, published and not. The addresses are the site's
/// own list: a new one without a row fails.
/// </summary>
[Slow]
public sealed class ObjectMatrixTests(WorkspaceSite site) : IClassFixture<WorkspaceSite>
{
    private const int Nobody = -1;

    /// <summary>What each address asks: a right on its guide, or a role where it has none.</summary>
    private static readonly Dictionary<string, Row> Rows = new(StringComparer.Ordinal)
    {
        ["/espace"] = new(AccountRole.Author),
        ["/espace/a-tenir"] = new(AccountRole.Author),
        ["/espace/a-tenir/avis"] = new(AccountRole.Author),
        ["/espace/a-tenir/avis.csv"] = new(AccountRole.Author),
        ["/espace/annuaires"] = new(AccountRole.Author),
        ["/espace/annuaires/{Kind}"] = new(AccountRole.Author, Address: "/espace/annuaires/sources"),
        ["/espace/annuaires/{Kind}/nouveau"] = new(AccountRole.Author, Address: "/espace/annuaires/sources/nouveau"),
        ["/espace/annuaires/{Kind}/{Code}"] = new(AccountRole.Author, Address: "/espace/annuaires/sources/{source}"),
        ["/espace/annuaires/{Kind}/{Code}/fusionner"] = new(AccountRole.Administrator, Address: "/espace/annuaires/sources/{source}/fusionner"),
        ["/espace/api/choices/{kind}"] = new(AccountRole.Author, Address: "/espace/api/choices/source?q=a"),
        ["/espace/api/drafts/{guideId:int}/choose"] = new(AccountRole.Author, GuideAction.Edit, IsRead: false),
        ["/espace/api/drafts/{guideId:int}/discard"] = new(AccountRole.Author, GuideAction.Edit, IsRead: false),
        ["/espace/api/drafts/{guideId:int}/edits"] = new(AccountRole.Author, GuideAction.Edit, IsRead: false),
        ["/espace/api/drafts/{guideId:int}/news"] = new(
            AccountRole.Author,
            GuideAction.ReadDraft,
            "/espace/api/drafts/{guide}/news?tab=0197a000-0000-7000-8000-0000000000aa&since=0"
        ),
        ["/espace/api/drafts/{guideId:int}/redo"] = new(AccountRole.Author, GuideAction.Edit, IsRead: false),
        ["/espace/api/drafts/{guideId:int}/seen"] = new(AccountRole.Author, GuideAction.Edit, IsRead: false),
        ["/espace/api/drafts/{guideId:int}/undo"] = new(AccountRole.Author, GuideAction.Edit, IsRead: false),
        ["/espace/api/prose"] = new(AccountRole.Author, IsRead: false),
        ["/espace/catalogue"] = new(AccountRole.Author),
        ["/espace/catalogue/{Slug}"] = new(AccountRole.Author, Address: "/espace/catalogue/boulanger"),
        ["/espace/compte"] = new(AccountRole.Author),
        ["/espace/compte/cles"] = new(AccountRole.Author),
        ["/espace/compte/code"] = new(AccountRole.Author),
        ["/espace/compte/donnees"] = new(AccountRole.Author),
        ["/espace/comptes"] = new(AccountRole.Administrator),
        ["/espace/comptes/{Id:guid}"] = new(AccountRole.Administrator, Address: "/espace/comptes/{owner}"),
        ["/espace/echange"] = new(AccountRole.Author),
        ["/espace/echange/guides.zip"] = new(AccountRole.Author),
        ["/espace/guides"] = new(AccountRole.Author),
        ["/espace/guides/nouveau"] = new(AccountRole.Author),
        ["/espace/guides/{Id:int}"] = new(AccountRole.Author, GuideAction.ReadDraft),
        ["/espace/guides/{Id:int}/apercu"] = new(AccountRole.Author, GuideAction.ReadDraft),
        ["/espace/guides/{Id:int}/comparer"] = new(AccountRole.Author, GuideAction.ReadDraft),
        ["/espace/guides/{Id:int}/export"] = new(AccountRole.Author, GuideAction.ReadDraft),
        ["/espace/guides/{id:int}/export/brouillon.md"] = new(AccountRole.Author, GuideAction.ReadDraft),
        ["/espace/guides/{id:int}/export/brouillon.json"] = new(AccountRole.Author, GuideAction.ReadDraft),
        ["/espace/guides/{id:int}/export/guide.json"] = new(AccountRole.Author, GuideAction.ReadDraft, NeedsReaders: true),
        ["/espace/guides/{id:int}/export/guide.md"] = new(AccountRole.Author, GuideAction.ReadDraft, NeedsReaders: true),
        ["/espace/guides/{id:int}/export/traduction.csv"] = new(AccountRole.Author, GuideAction.ReadDraft, IsRead: false),
        ["/espace/guides/{Id:int}/historique"] = new(AccountRole.Author, GuideAction.ReadDraft),
        ["/espace/guides/{Id:int}/impact"] = new(AccountRole.Author, GuideAction.ReadDraft),
        ["/espace/guides/{Id:int}/partager"] = new(AccountRole.Author, GuideAction.Share),
        ["/espace/guides/{Id:int}/relire"] = new(AccountRole.Author, GuideAction.ReadDraft),
        ["/espace/guides/{Id:int}/responsable"] = new(AccountRole.Reviewer, GuideAction.Assign),
        ["/espace/guides/{Id:int}/retirer"] = new(AccountRole.Administrator, GuideAction.Withdraw),
        ["/espace/guides/{Id:int}/traduire"] = new(AccountRole.Author, GuideAction.Translate),
        ["/espace/journal"] = new(AccountRole.Administrator),
        ["/espace/offres"] = new(AccountRole.Author),
        ["/espace/offres/recherches"] = new(AccountRole.Author),
        ["/espace/offres/saisies"] = new(AccountRole.Author),
        ["/espace/offres/saisies/nouvelle"] = new(AccountRole.Author),
        ["/espace/offres/saisies/{Number:int}"] = new(AccountRole.Author, Address: "/espace/offres/saisies/{entry}"),
        ["/espace/offres/saisies/{Number:int}/modifier"] = new(AccountRole.Reviewer, Address: "/espace/offres/saisies/{entry}/modifier"),
        ["/espace/offres/signalements"] = new(AccountRole.Author),
        ["/espace/offres/{Number:long}"] = new(AccountRole.Author, Address: "/espace/offres/{offer}"),
        ["/espace/parutions"] = new(AccountRole.Author),
        ["/espace/parutions/apercus"] = new(AccountRole.Author),
        ["/espace/parutions/{Id:int}"] = new(AccountRole.Author, Address: "/espace/parutions/{release}"),
        ["/espace/parutions/{Id:int}/exigences"] = new(AccountRole.Reviewer, Address: "/espace/parutions/{release}/exigences"),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Addresses_OfTheWorkspace_AreTheRowsOfThisTable() => Assert.Equal(Rows.Keys.Order(StringComparer.Ordinal), Addresses());

    [Fact]
    public async Task Address_OfTheWorkspace_AnswersWhoMayAndNobodyElse()
    {
        var faults = new List<string>();
        foreach (var (pattern, row) in Rows.Where(r => r.Value.IsRead))
        {
            foreach (var (person, role) in People())
            {
                foreach (var guide in row.Right is null ? [site.PublicGuide] : new[] { site.PublicGuide, site.HiddenGuide })
                {
                    var path = AddressOf(site, pattern, guide);
                    using var answer = person is null ? await AskAsync(path) : await person.GetAsync(path);
                    var may = person is not null && May(row, role, person, guide);
                    if (IsAnswer(answer, path) != may)
                    {
                        faults.Add(
                            $"{path} for {(person is null ? "nobody" : $"{role} {(person == site.Owner ? "(owner)" : "")}")}: {(int)answer.StatusCode}"
                        );
                    }
                }
            }
        }

        Faults.None(faults);
    }

    [Fact]
    public async Task Form_OnSomebodyElsesUnpublishedGuide_ChangesNothing()
    {
        var faults = new List<string>();
        var token = await site.Stranger.FormTokenAsync();
        foreach (var (pattern, _) in Rows.Where(r => r.Value is { Right: not null, IsRead: true }))
        {
            var path = AddressOf(site, pattern, site.HiddenGuide);
            using var shown = await site.Administrator.GetAsync(path);
            if (!shown.IsSuccessStatusCode || shown.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            using var browsing = BrowsingContext.New(Configuration.Default);
            var html = await shown.Content.ReadAsStringAsync(Cancellation);
            var page = await browsing.OpenAsync(r => r.Content(html).Address($"http://localhost{path}"), Cancellation);
            foreach (var form in page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>())
            {
                foreach (var button in form.QuerySelectorAll("button[type=submit]").OfType<IHtmlButtonElement>().DefaultIfEmpty(null))
                {
                    var before = site.Store.Tables();
                    var fields = Colleague
                        .FieldsOf(form)
                        .Where(f => f.Key != "__RequestVerificationToken")
                        .Append(new("__RequestVerificationToken", token))
                        .ToList();
                    if (button?.Name is { Length: > 0 } name)
                    {
                        fields.Add(new(name, button.Value));
                    }

                    using var answer = await site.Stranger.PostAsync(new Uri(form.Action).PathAndQuery, fields);
                    var changed = StoreWatch.Changed(before, site.Store.Tables()).ToList();
                    if (answer.IsSuccessStatusCode || changed.Count > 0)
                    {
                        faults.Add($"{path} {button?.Value}: {(int)answer.StatusCode}, changed {string.Join(", ", changed)}");
                    }
                }
            }
        }

        Faults.None(faults);
    }

    /// <summary>What can be asked for by GET of a site, for each of some guides.</summary>
    internal static IReadOnlyList<string> AddressesFor(WorkspaceSite site, params IReadOnlyList<int> guides) =>
        [
            .. Rows.Where(r => r.Value is { IsRead: true, NeedsReaders: false })
                .SelectMany(r => guides.Select(g => AddressOf(site, r.Key, g)))
                .Distinct(),
        ];

    private IEnumerable<(Colleague? Person, AccountRole Role)> People() =>
        [
            (null, (AccountRole)Nobody),
            (site.Owner, AccountRole.Author),
            (site.Stranger, AccountRole.Author),
            (site.Reviewer, AccountRole.Reviewer),
            (site.Administrator, AccountRole.Administrator),
        ];

    private bool May(Row row, AccountRole role, Colleague person, int guide)
    {
        var hidden = guide == site.HiddenGuide;
        var standing = new GuideStanding(hidden ? site.Owner.AccountId : null, false, !hidden, hidden ? site.Owner.AccountId : null);
        return role >= row.Least
            && !(row.NeedsReaders && hidden)
            && (row.Right is not { } right || GuideAccess.May(role, person.AccountId, right, standing));
    }

    private async Task<HttpResponseMessage> AskAsync(string path)
    {
        using var client = site.Portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        return await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
    }

    /// <summary>Whether somebody got what is there, and was not sent to sign in or told that there is nothing.</summary>
    private static bool IsAnswer(HttpResponseMessage answer, string path) =>
        answer.StatusCode switch
        {
            HttpStatusCode.Found or HttpStatusCode.SeeOther => answer.Headers.Location?.OriginalString.Contains(
                "/connexion",
                StringComparison.Ordinal
            ) == false,
            HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => false,
            HttpStatusCode.OK or HttpStatusCode.NoContent or HttpStatusCode.NotModified => true,
            _ => throw new InvalidOperationException($"{path} answered {answer.StatusCode}"),
        };

    private static string AddressOf(WorkspaceSite site, string pattern, int guide)
    {
        var path = pattern
            .Replace("{Id:int}", $"{guide}", StringComparison.OrdinalIgnoreCase)
            .Replace("{guideId:int}", $"{guide}", StringComparison.OrdinalIgnoreCase);
        return Rows[pattern].Address is { } address
            ? address
                .Replace("{guide}", $"{guide}", StringComparison.Ordinal)
                .Replace("{owner}", $"{site.Owner.AccountId}", StringComparison.Ordinal)
                .Replace("{release}", $"{site.Release}", StringComparison.Ordinal)
                .Replace("{offer}", $"{site.Offer}", StringComparison.Ordinal)
                .Replace("{entry}", $"{site.Entry}", StringComparison.Ordinal)
                .Replace("{source}", site.Source, StringComparison.Ordinal)
            : path;
    }

    private IReadOnlyList<string> Addresses() =>
        [
            .. site
                .Portal.Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
                .Where(p => p == "/espace" || p.StartsWith("/espace/", StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>A row: the least role, the right on a guide, an address to try where the pattern does not make one, whether each guide can be
    /// read there by GET (a French guide has no sheet of its translation), and whether there is something only for a guide that readers have.</summary>
    private sealed record Row(AccountRole Least, GuideAction? Right = null, string? Address = null, bool IsRead = true, bool NeedsReaders = false);
}
