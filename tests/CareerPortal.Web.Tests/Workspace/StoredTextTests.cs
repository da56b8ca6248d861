using System.Net;
using System.Security.Cryptography;
using System.Text;
using CareerPortal.Accounts;
using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Offers.Alerts;
using CareerPortal.Search;
using CareerPortal.Testing;
using CareerPortal.Web.Tests.Pages;
using CareerPortal.Web.Workspace.Directories;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>
/// Text of any kind that the store holds is text on every page that shows it to somebody who works here: none of it becomes an element, an attribute
/// or an address that runs. The texts are the model's own: a new one that is neither filled nor kept with a reason fails.
/// </summary>
[Slow]
public sealed class StoredTextTests(WorkspaceSite site) : IClassFixture<WorkspaceSite>
{
    private const string Complete = "annotateur-de-donnees-ia";
    private const string Listed = "D1102";
    private const string Secret = "ceci-est-le-secret-d-un-lien-de-relecture-pour-les-essais";
    private const string KeyName = "\"'><b onclick=x>~key~";

    /// <summary>
    /// What none of these pages shows, though it is filled: what the editor's circuit and its script draw, what only search, mails, the quiz or a later
    /// revision take up, and links that are shown by the text that holds them. A page that begins to show one fails until it stands here no more.
    /// </summary>
    private static readonly string[] Unshown =
    [
        "CatalogueSource.Url",
        "Draft.ChangeNote",
        "DraftConflict.Base",
        "DraftConflict.Mine",
        "DraftConflict.Theirs",
        "DraftEdit.After",
        "DraftEdit.Before",
        "LinkCheck.Address",
        "Municipality.Aliases",
        "Municipality.Dutch",
        "Municipality.French",
        "Municipality.Province",
        "Municipality.Region",
        "JobOffer.Reference",
        "OccupationTitle.Alternatives",
        "OfferCorrection.Title",
        "OfferSource.Url",
        "OfferAlert.Email",
        "OfferAlert.Search",
        "OutgoingMail.Html",
        "OutgoingMail.StopAddress",
        "OutgoingMail.Subject",
        "OutgoingMail.Text",
        "OutgoingMail.To",
        "PassedWarning.Reason",
        "Requirement.Items",
        "SearchMeaning.Means",
        "SearchMeaning.Said",
        "ShortageListing.Group",
        "offer url",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Texts_OfTheModel_AreFilledOrKeptForAReason()
    {
        using var context = site.Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();
        var texts = HostileStore.Texts(context);

        Assert.Empty(HostileStore.Kept.Keys.Except(texts.Keys));
        Assert.All(HostileStore.Kept.Values, reason => Assert.NotEmpty(reason));
        Assert.InRange(texts.Count - HostileStore.Kept.Count, 40, 200);
    }

    [Theory]
    [InlineData("<p>{0}</p>")]
    [InlineData("<p title=\"{0}\">x</p>")]
    [InlineData("<p title='{0}'>x</p>")]
    [InlineData("<title>{0}</title>")]
    [InlineData("<textarea>{0}</textarea>")]
    [InlineData("<script type=\"application/json\">{0}</script>")]
    public void HarmIn_TextWrittenAsItIs_IsFoundAndEncodedIsNot(string page)
    {
        var text = HostileText.Of(1, null);
        var parser = new AngleSharp.Html.Parser.HtmlParser();

        var written = parser.ParseDocument(page.Replace("{0}", text, StringComparison.Ordinal));
        var encoded = parser.ParseDocument(page.Replace("{0}", System.Text.Encodings.Web.HtmlEncoder.Default.Encode(text), StringComparison.Ordinal));

        Assert.NotEmpty(HostileText.HarmIn(written.All));
        Assert.Empty(HostileText.HarmIn(encoded.All));
        Assert.NotEmpty(HostileText.HarmIn(parser.ParseDocument($"<a href=\"{HostileText.AddressOf(1).Replace('"', '_')}\">x</a>").All));
    }

    [Fact]
    public async Task Page_OfTheWorkspace_ShowsEveryStoredTextAsText()
    {
        var guide = await PrepareAsync();
        IReadOnlyDictionary<string, (int Number, string Text)> places;
        await using (var context = await ContextAsync())
        {
            places = await HostileStore.FillAsync(context);
        }

        // Another site on the same store: nothing was remembered from before.
        await using var portal = new PortalFactory { Settings = { ["Database:DataFolder"] = site.Portal.DataFolder } };
        using var administrator = await Colleague.JoinAsync(portal, AccountRole.Administrator, HostileText.Of(0, Account.NameMaxLength));
        await AddPasskeyAsync(administrator.AccountId);
        await using (var context = await ContextAsync())
        {
            await context
                .AccountSessions.Where(s => s.AccountId == administrator.AccountId)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Browser, places["AccountSession.Browser"].Text), Cancellation);
        }

        using var guest = portal.CreateClient();
        var (said, faults) = (new StringBuilder(), new List<string>());
        foreach (var path in await AddressesAsync(guide))
        {
            using var answer = await administrator.GetAsync(path);
            await LookAsync(answer, path, said, faults);
        }

        foreach (var path in await PublicAddressesAsync())
        {
            using var answer = await guest.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
            await LookAsync(answer, path, said, faults);
        }

        Faults.None(faults);
        var text = said.ToString();
        Assert.True(text.Contains("~key~", StringComparison.Ordinal), "The name of a passkey is shown nowhere.");
        var unseen = places.Where(p => !HostileText.StandsIn(text, p.Value.Number, p.Value.Text)).Select(p => p.Key).ToList();
        Faults.None([.. unseen.Except(Unshown).Select(p => $"{p} is shown nowhere"), .. Unshown.Except(unseen).Select(p => $"{p} is shown")]);
    }

    private static async Task LookAsync(HttpResponseMessage answer, string path, StringBuilder said, List<string> faults)
    {
        if ((int)answer.StatusCode >= 500 || answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
        {
            faults.Add($"{path}: {answer.StatusCode}");
            return;
        }

        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            if (answer.StatusCode == HttpStatusCode.OK && !answer.Headers.TryGetValues("X-Content-Type-Options", out _))
            {
                faults.Add($"{path}: may be taken for a page");
            }

            return;
        }

        var page = await PageReader.ReadAsync(answer, path);
        said.AppendLine(WebUtility.HtmlDecode(page.Html));
        faults.AddRange(HostileText.HarmIn(page.Document.All).Select(h => $"{path}: {h}"));
    }

    private async Task<PortalDbContext> ContextAsync() =>
        await site.Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancellation);

    /// <summary>Rows of all that the workspace keeps and the site does not have yet; gives a complete guide, with a draft in review.</summary>
    private async Task<int> PrepareAsync()
    {
        await using var context = await ContextAsync();
        var guide = await context.Guides.Include(g => g.PublishedRevision).SingleAsync(g => g.Slug == Complete && g.Language == "fr", Cancellation);
        var (owner, reviewer, hidden, now) = (site.Owner.AccountId, site.Reviewer.AccountId, site.HiddenGuide, DateTime.UtcNow);
        var document = guide.PublishedRevision!.Read();
        var revision = Revision.Of(
            guide,
            guide.PublishedRevision.Number + 1,
            document,
            new RevisionSignature("Avant", null, RevisionOccasion.Submitted, "Note", "Changement"),
            now
        );
        context.Add(revision);
        await context.SaveChangesAsync(Cancellation);
        var draft = await context.Drafts.SingleOrDefaultAsync(d => d.GuideId == guide.Id, Cancellation);
        if (draft is null)
        {
            draft = Draft.Of(guide, document, guide.PublishedRevisionId, now, owner);
            context.Add(draft);
        }

        draft.Submit(revision.Id, owner, now);
        draft.Approve(reviewer);
        draft.Schedule(now.AddYears(1), "Changement", ChangeKind.Major);
        var link = new ShareLink
        {
            GuideId = hidden,
            TokenHash = SHA256.HashData(Encoding.UTF8.GetBytes(Secret)),
            Note = "Note",
            CreatedById = owner,
            CreatedUtc = now,
            ExpiresUtc = now.AddDays(1),
        };
        context.Add(link);
        context.Add(
            new PreviewLink
            {
                TokenHash = SHA256.HashData(Encoding.UTF8.GetBytes(Secret)),
                AtUtc = now.AddMonths(1),
                Note = "Note",
                CreatedById = owner,
                CreatedUtc = now,
                ExpiresUtc = now.AddDays(1),
            }
        );
        await context.SaveChangesAsync(Cancellation);
        var thread = new CommentThread
        {
            GuideId = hidden,
            Path = "content.summary",
            Quoted = "Cité",
            CreatedUtc = now,
        };
        thread.Comments.Add(
            new Comment
            {
                ShareLinkId = link.Id,
                GuestName = "Une spécialiste",
                Text = "Remarque",
                AtUtc = now,
            }
        );
        var release = await context.Set<Release>().SingleAsync(r => r.Id == site.Release, Cancellation);
        release.Add(
            new ReleaseItem
            {
                Kind = ReleaseItemKind.Guide,
                GuideId = guide.Id,
                RevisionId = revision.Id,
                AddedById = owner,
                AddedUtc = now,
            }
        );
        context.AddRange(
            thread,
            new RevisionName
            {
                RevisionId = revision.Id,
                Name = "Nom",
                AccountId = owner,
                AtUtc = now,
            },
            new PassedWarning
            {
                GuideId = guide.Id,
                Path = "content.summary",
                Rule = $"{FaultKind.Elision}",
                ContentHash = new string('0', 64),
                Reason = "Raison",
                AccountId = reviewer,
                AtUtc = now,
            },
            new DraftEdit
            {
                DraftId = draft.Id,
                Sequence = 1,
                TabId = Guid.CreateVersion7(),
                AccountId = owner,
                AtUtc = now,
                Kind = DraftEditKind.Set,
                Path = "content.summary",
            },
            new AuditEntry
            {
                AtUtc = now,
                AccountId = owner,
                Action = "draft.submitted",
                ObjectKind = "guide",
                ObjectId = $"{hidden}",
                Fields = ["content.summary"],
                Reason = "Raison",
            },
            new AccountTicket
            {
                Purpose = TicketPurpose.Invitation,
                TokenHash = TicketToken.New().Hash(),
                Email = "personne@example.be",
                Role = AccountRole.Author,
                CreatedById = site.Administrator.AccountId,
                CreatedUtc = now,
                ExpiresUtc = now.AddDays(1),
            },
            new OutgoingMail
            {
                To = "personne@example.be",
                Subject = "Objet",
                Text = "Texte",
                Html = "<p>Texte</p>",
                StopAddress = "https://portail.example/arreter",
                CreatedUtc = now,
                DueUtc = now.AddYears(1),
            },
            new OfferAlert
            {
                Email = "personne@example.be",
                NormalEmail = "PERSONNE@EXAMPLE.BE",
                Search = "?q=mots&v=2",
                SearchHash = AlertSearch.HashOf("?q=mots&v=2"),
                Language = "fr",
                Rhythm = AlertRhythm.Daily,
                AskedUtc = now,
                TouchedUtc = now,
            },
            new GuideVote
            {
                GuideId = guide.Id,
                IsUseful = false,
                Words = "Mots",
                On = DateOnly.FromDateTime(now),
            },
            new CatalogueCode
            {
                Scheme = "rome",
                Code = "A0000",
                Edition = "rome-1",
            },
            new CatalogueText
            {
                OccupationCode = Listed,
                Kind = CatalogueTextKind.Definition,
                Text = "Texte",
            },
            new CatalogueText
            {
                OccupationCode = Listed,
                Kind = CatalogueTextKind.Access,
                Text = "Texte",
                HeldBackFor = "France",
            },
            new ShortageListing
            {
                Region = "wallonia",
                Year = 2026,
                Kind = ShortageKind.Shortage,
                Label = "Libellé",
                Group = "Groupe",
                OccupationCode = Listed,
                Confidence = 1,
                Source = "Source",
                Dated = DateOnly.FromDateTime(now),
            },
            new SearchMiss
            {
                Language = "fr",
                Words = "introuvable",
                Month = new DateOnly(now.Year, now.Month, 1),
                Count = 50,
            },
            new GuideWithdrawal
            {
                GuideId = hidden,
                Reason = WithdrawalReason.Withdrawn,
                Note = "Retiré",
                AtUtc = now,
                AccountId = site.Administrator.AccountId,
            }
        );
        foreach (var number in new[] { 1, 2 })
        {
            context.Add(
                new DirectoryChange
                {
                    Kind = DirectoryKind.Source,
                    Code = site.Source,
                    Number = number,
                    Document =
                        $$"""{"code":"{{site.Source}}","kind":"Statistics","title":"{{number}}","publisher":"{{number}}","reference":"{{number}}","""
                        + $$""" "url":"{{number}}"}""",
                    AccountId = owner,
                    Note = "Note",
                    AtUtc = now,
                }
            );
        }

        var source = await context.Sources.Where(s => s.Url != null).OrderBy(s => s.Code).FirstAsync(Cancellation);
        context.Add(
            new LinkCheck
            {
                Address = source.Url!,
                AddressHash = SHA256.HashData(Encoding.UTF8.GetBytes(source.Url!)),
                CheckedUtc = now,
                Status = 404,
                Failures = 9,
                FailsSinceUtc = now.AddDays(-30),
            }
        );
        await context.SaveChangesAsync(Cancellation);
        await site.Portal.Services.GetRequiredService<TranslationDesk>().StartAsync(site.Administrator.Actor, guide.Id, "nl", Cancellation);
        return guide.Id;
    }

    private async Task AddPasskeyAsync(Guid account)
    {
        await using var context = await ContextAsync();
        context.Add(
            new IdentityUserPasskey<Guid>
            {
                UserId = account,
                CredentialId = [1, 2, 3],
                Data = new IdentityPasskeyData
                {
                    PublicKey = [1],
                    Name = KeyName,
                    CreatedAt = DateTimeOffset.UtcNow,
                    AttestationObject = [1],
                    ClientDataJson = [1],
                },
            }
        );
        await context.SaveChangesAsync(Cancellation);
    }

    private async Task<IReadOnlyList<string>> AddressesAsync(int guide)
    {
        await using var context = await ContextAsync();
        var occupation = await context.Guides.Where(g => g.Id == guide).Select(g => g.OccupationId).SingleAsync(Cancellation);
        var translation = await context
            .Guides.Where(g => g.Language == "nl" && g.OccupationId == occupation)
            .Select(g => g.Id)
            .SingleAsync(Cancellation);
        var revisions = await context
            .Set<Revision>()
            .Where(r => r.GuideId == guide)
            .OrderBy(r => r.Number)
            .Select(r => r.Id)
            .ToListAsync(Cancellation);
        var addresses = new List<string>(ObjectMatrixTests.AddressesFor(site, guide, site.HiddenGuide))
        {
            $"/espace/guides/{guide}/comparer?de={revisions[0]}&a={revisions[^1]}",
            $"/espace/guides/{translation}/traduire",
            $"/espace/guides/{translation}",
        };
        foreach (var kind in Enum.GetValues<WorkKind>())
        {
            addresses.Add($"/espace/a-tenir?sorte={kind}");
        }

        foreach (var kind in DirectoryFields.Kinds)
        {
            var list = $"/espace/annuaires/{DirectoryFields.SlugOf(kind)}";
            using var page = await site.Administrator.GetAsync(list);
            var entries = (await PageReader.ReadAsync(page, list)).All("tbody a").Select(a => a.GetAttribute("href")!).Take(2).ToList();
            Assert.NotEmpty(entries);
            addresses.AddRange([list, .. entries, $"{list}/nouveau"]);
        }

        return [.. addresses.Distinct()];
    }

    private async Task<IReadOnlyList<string>> PublicAddressesAsync()
    {
        await using var context = await ContextAsync();
        var listed = await context.CatalogueOccupations.Where(o => o.Code == Listed).Select(o => o.Slug).SingleAsync(Cancellation);
        return
        [
            "/",
            "/metiers",
            $"/metiers/{Complete}",
            "/metiers/micro-taches-ia",
            "/centres",
            "/zones",
            "/plateformes",
            "/orientation",
            $"/relecture/{Secret}",
            $"/metiers/{listed}",
            $"/metiers/comparer?m={listed}&m=annotateur-de-donnees-ia",
            "/donnees",
            "/espace/offres/recherches",
            "/offres",
            $"/offres/{site.Offer}",
            $"/offres/{site.Offer}/signaler",
        ];
    }
}
