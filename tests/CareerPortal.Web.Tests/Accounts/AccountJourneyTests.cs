using System.Net;
using CareerPortal.Accounts;
using CareerPortal.Testing;
using CareerPortal.Web.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Accounts;

/// <summary>What people of the workspace do with accounts, by the pages, and what others try.</summary>
public sealed class AccountJourneyTests
{
    [Fact]
    public async Task Link_OfTheFirstAdministrator_IsReadWithoutHarmAndWorksOnce()
    {
        await using var site = new PortalFactory();
        using var lea = new Colleague(site);
        using var late = new Colleague(site);
        var link = await FirstLinkAsync(site);
        for (var i = 0; i < 3; i++)
        {
            await late.Visitor.GoAsync(link);
        }

        await lea.Visitor.GoAsync(link);
        lea.Type("Email", "lea@example.org");
        lea.Type("Name", "Léa");
        lea.Type("Password", Colleague.Password);
        await lea.Visitor.SubmitAsync("SignIn.LinkFirstAdministratorAction");
        await lea.Visitor.GoAsync("/espace/comptes");
        await late.Visitor.GoAsync(link);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Gone), (lea.Status, late.Status));
        Assert.True(lea.Visitor.Says("lea@example.org"));
    }

    [Fact]
    public async Task Invitation_ByMail_MakesAnAccountThatSignsIn()
    {
        await using var site = new PortalFactory();
        using var boss = await Colleague.OfAsync(site, AccountRole.Administrator);
        using var lea = new Colleague(site);
        await boss.Visitor.GoAsync("/espace/comptes");
        boss.Type("Email", "lea@example.org");
        await boss.Visitor.SubmitAsync("Account.InviteAction");

        await lea.Visitor.GoAsync(await Colleague.LastLinkAsync(site, "lea@example.org"));
        lea.Type("Name", "Léa");
        lea.Type("Password", "motdepasse123");
        await lea.Visitor.SubmitAsync("SignIn.LinkInvitationAction");
        var weak = lea.Visitor.Says(site.Text("SignIn.PasswordCommon"));
        lea.Type("Password", Colleague.Password);
        await lea.Visitor.SubmitAsync("SignIn.LinkInvitationAction");
        using var again = new Colleague(site);
        await again.SignInAsync("LEA@example.org", Colleague.Password, "/espace/compte");

        Assert.True(weak);
        Assert.Equal((HttpStatusCode.OK, "/espace/compte"), (again.Status, again.Path));
    }

    [Fact]
    public async Task Pages_OfAccounts_OpenByRole()
    {
        await using var site = new PortalFactory();
        using var author = await Colleague.OfAsync(site, AccountRole.Author);
        using var reviewer = await Colleague.OfAsync(site, AccountRole.Reviewer);
        using var boss = await Colleague.OfAsync(site, AccountRole.Administrator);
        using var nobody = new Colleague(site);
        var id = (await boss.AccountAsync("Author@example.org")).Id;

        foreach (var path in new[] { "/espace/comptes", $"/espace/comptes/{id}", "/espace/journal", "/espace/compte", "/espace/compte/donnees" })
        {
            var isForAll =
                path.StartsWith("/espace/compte", StringComparison.Ordinal) && !path.StartsWith("/espace/comptes", StringComparison.Ordinal);
            foreach (var colleague in new[] { author, reviewer, boss, nobody })
            {
                await colleague.Visitor.GoAsync(path);
            }

            var inner = isForAll ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
            Assert.Equal((inner, inner, HttpStatusCode.OK), (author.Status, reviewer.Status, boss.Status));
            Assert.StartsWith("/connexion?retour=", nobody.Path, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task SignIn_TriedTooOften_WaitsInTheSameWordsAsForNobody()
    {
        await using var site = new PortalFactory();
        using var lea = await Colleague.OfAsync(site, AccountRole.Author, "lea");
        using var thief = new Colleague(site);
        for (var i = 0; i < 10; i++)
        {
            await thief.SignInAsync("lea@example.org", "pas le bon du tout");
        }

        await thief.SignInAsync("lea@example.org", Colleague.Password);
        var locked = thief.Visitor.Says(site.Text("SignIn.Refused"));
        await thief.SignInAsync("nobody@example.org", Colleague.Password);

        Assert.True(locked);
        Assert.True(thief.Visitor.Says(site.Text("SignIn.Refused")));
        Assert.NotNull((await lea.AccountAsync("lea@example.org")).LockoutEnd);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("")]
    public void ReturnPath_ElsewhereThanHere_IsTheWorkspace(string asked) =>
        Assert.Equal(CareerPortal.Web.Shell.Site.Link("/espace"), ReturnPath.Read(asked));

    [Fact]
    public async Task Code_OfAnApp_IsAskedForOnceAndRecoveryCodesWorkOnce()
    {
        await using var site = new PortalFactory();
        using var lea = await Colleague.OfAsync(site, AccountRole.Author, "lea");
        await lea.Visitor.GoAsync("/espace/compte/code");
        var key = lea.Visitor.Main.QuerySelector(".code-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var step = OneTimeCode.StepOf(DateTimeOffset.UtcNow);
        var setUp = OneTimeCode.At(key, step)!;
        lea.Type("Code", setUp);
        await lea.Visitor.SubmitAsync("Account.CodeTurnOn");
        var recovery = lea.Visitor.Main.QuerySelectorAll(".recovery-codes li").Select(l => l.TextContent).ToList();

        var byTheFirst = await SignInByCodeAsync(site, setUp, "Code", "SignIn.Action");
        var next = OneTimeCode.At(key, step + 1)!;
        var first = await SignInByCodeAsync(site, next, "Code", "SignIn.Action");
        var sameAgain = await SignInByCodeAsync(site, next, "Code", "SignIn.Action");
        var byRecovery = await SignInByCodeAsync(site, recovery[0], "Recovery", "SignIn.RecoveryAction");
        var recoveryAgain = await SignInByCodeAsync(site, recovery[0], "Recovery", "SignIn.RecoveryAction");

        Assert.Equal(10, recovery.Count);
        Assert.Equal((false, true, false, true, false), (byTheFirst, first, sameAgain, byRecovery, recoveryAgain));
        await using var context = Colleague.Context(site);
        var stored = await context
            .Set<Microsoft.AspNetCore.Identity.IdentityUserToken<Guid>>()
            .Where(t => t.Name == "RecoveryCodes")
            .Select(t => t.Value)
            .SingleAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(recovery[1], stored, StringComparison.Ordinal);
        Assert.DoesNotContain(key, await StoredTextAsync(site), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Code_WhoseKeyWasStoredPlain_SignsInAndIsSealedByIt()
    {
        await using var site = new PortalFactory();
        using var lea = await Colleague.OfAsync(site, AccountRole.Author, "lea");
        var key = OneTimeCode.NewKey();
        await StoreKeyAsync(site, key);
        var plain = await StoredTextAsync(site);
        var step = OneTimeCode.StepOf(DateTimeOffset.UtcNow);

        var first = await SignInByCodeAsync(site, OneTimeCode.At(key, step)!, "Code", "SignIn.Action");
        var after = await StoredTextAsync(site);
        var second = await SignInByCodeAsync(site, OneTimeCode.At(key, step + 1)!, "Code", "SignIn.Action");

        Assert.Equal((true, true), (first, second));
        Assert.Contains(key, plain, StringComparison.Ordinal);
        Assert.DoesNotContain(key, after, StringComparison.Ordinal);
        Assert.Contains(AccountStore.Sealed, after, StringComparison.Ordinal);
    }

    /// <summary>A key that was sealed by keys that are lost, or for another account, opens nothing and lets nobody past the question.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Code_WhoseKeyDoesNotOpen_IsStillAskedFor(bool isOfAnother)
    {
        await using var site = new PortalFactory();
        using var lea = await Colleague.OfAsync(site, AccountRole.Author, "lea");
        var key = OneTimeCode.NewKey();
        var protection = site.Services.GetRequiredService<IDataProtectionProvider>();
        var other = protection.CreateProtector("CareerPortal.StoredCodeKeys").CreateProtector($"{Guid.NewGuid()}");
        await StoreKeyAsync(site, AccountStore.Sealed + (isOfAnother ? other.Protect(key) : "x"));

        var isIn = await SignInByCodeAsync(site, OneTimeCode.At(key, OneTimeCode.StepOf(DateTimeOffset.UtcNow))!, "Code", "SignIn.Action");

        Assert.False(isIn);
    }

    [Fact]
    public async Task Session_EndedFromAnotherBrowser_ReadsAndWritesNoMore()
    {
        await using var site = new PortalFactory();
        using var here = await Colleague.OfAsync(site, AccountRole.Author, "lea");
        using var there = new Colleague(site);
        await there.SignInAsync("lea@example.org", Colleague.Password);
        await there.Visitor.GoAsync("/espace/compte");

        await here.Visitor.GoAsync("/espace/compte");
        await here.Visitor.SubmitAsync("Account.EndOthers");
        await there.Visitor.SubmitAsync("Account.Save");
        var wrote = there.Path;
        await there.Visitor.GoAsync("/espace/compte");

        Assert.StartsWith("/connexion", wrote, StringComparison.Ordinal);
        Assert.StartsWith("/connexion", there.Path, StringComparison.Ordinal);
        await here.Visitor.GoAsync("/espace/compte");
        Assert.Equal(HttpStatusCode.OK, here.Status);
    }

    /// <summary>By another node, whose word this one hears from the store alone.</summary>
    [Fact]
    public async Task Read_AfterDeactivationElsewhere_IsRefusedWithinAMinute()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var site = new PortalFactory { Time = time };
        using var lea = await Colleague.OfAsync(site, AccountRole.Author, "lea");
        using var boss = await Colleague.OfAsync(site, AccountRole.Administrator);
        await lea.Visitor.GoAsync("/espace/compte");
        var before = lea.Status;
        await using (var context = Colleague.Context(site))
        {
            var account = await context.Accounts.SingleAsync(a => a.Email == "lea@example.org", TestContext.Current.CancellationToken);
            account.State = AccountState.Deactivated;
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        time.Advance(TimeSpan.FromSeconds(59));
        await lea.Visitor.GoAsync("/espace/compte");

        Assert.Equal(HttpStatusCode.OK, before);
        Assert.StartsWith("/connexion", lea.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_ByALinkFromElsewhere_DoesNothing()
    {
        await using var site = new PortalFactory();
        using var lea = await Colleague.OfAsync(site, AccountRole.Author, "lea");
        using var forged = new HttpRequestMessage(HttpMethod.Post, new Uri("/deconnexion", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([]),
        };

        await lea.Visitor.SendAsync(forged);
        await lea.Visitor.GoAsync("/deconnexion");
        await lea.Visitor.GoAsync("/espace/compte");

        Assert.Equal((HttpStatusCode.OK, "/espace/compte"), (lea.Status, lea.Path));
    }

    [Fact]
    public async Task ForgottenPassword_KnownAndUnknown_AnswersTheSame()
    {
        await using var site = new PortalFactory();
        using var lea = await Colleague.OfAsync(site, AccountRole.Author, "lea");
        using var somebody = new Colleague(site);
        var answers = new List<string>();
        foreach (var email in new[] { "nobody@example.org", "lea@example.org" })
        {
            await somebody.Visitor.GoAsync("/mot-de-passe-oublie");
            somebody.Type("Email", email);
            await somebody.Visitor.SubmitAsync("SignIn.ForgottenAction");
            answers.Add(somebody.Visitor.Main.TextContent);
        }

        await somebody.Visitor.GoAsync(await Colleague.LastLinkAsync(site, "lea@example.org"));
        somebody.Type("Password", "cinq autres mots ici");
        await somebody.Visitor.SubmitAsync("SignIn.LinkPasswordResetAction");
        var signedIn = somebody.Path;
        await somebody.SignInAsync("lea@example.org", "cinq autres mots ici", "/espace/compte");
        await lea.Visitor.GoAsync("/espace/compte");

        Assert.Equal(answers[0], answers[1]);
        Assert.Equal("/connexion?fait=mot-de-passe", signedIn);
        Assert.Equal("/espace/compte", somebody.Path);
        Assert.StartsWith("/connexion", lea.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrator_AloneInTheSite_CannotLeaveIt()
    {
        await using var site = new PortalFactory();
        using var boss = await Colleague.OfAsync(site, AccountRole.Administrator, "boss");
        var id = (await boss.AccountAsync("boss@example.org")).Id;
        await boss.Visitor.GoAsync($"/espace/comptes/{id}");

        await boss.Visitor.SubmitAsync("Account.Deactivate");

        Assert.True(boss.Visitor.Says(site.Text("Account.LastAdministrator")));
    }

    [Theory]
    [InlineData("/espace/compte/code")]
    [InlineData("/espace/compte/cles")]
    public async Task WaysIn_LongAfterSignIn_AskAgainWhoItIs(string path)
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var site = new PortalFactory { Time = time };
        using var lea = await Colleague.OfAsync(site, AccountRole.Author, "lea");
        time.Advance(TimeSpan.FromMinutes(11));

        await lea.Visitor.GoAsync(path);
        var asked = lea.Path;
        lea.Type("Password", Colleague.Password);
        await lea.Visitor.SubmitAsync("SignIn.ConfirmAction");

        Assert.StartsWith("/connexion/confirmer?retour=", asked, StringComparison.Ordinal);
        Assert.Equal(path, lea.Path);
    }

    private static async Task<string> FirstLinkAsync(PortalFactory site)
    {
        var tickets = site.Services.GetRequiredService<TicketDesk>();
        return TicketPath.Of((await tickets.IssueFirstAdministratorAsync(TestContext.Current.CancellationToken))!);
    }

    /// <summary>Gives Léa an app whose key stands in the store as it is given.</summary>
    private static async Task StoreKeyAsync(PortalFactory site, string held)
    {
        await using var context = Colleague.Context(site);
        var account = await context.Accounts.SingleAsync(a => a.Email == "lea@example.org", TestContext.Current.CancellationToken);
        account.TwoFactorEnabled = true;
        context.Add(
            new Microsoft.AspNetCore.Identity.IdentityUserToken<Guid>
            {
                UserId = account.Id,
                LoginProvider = AccountStore.Own,
                Name = AccountStore.CodeKey,
                Value = held,
            }
        );
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>All that the store holds.</summary>
    private static async Task<string> StoredTextAsync(PortalFactory site)
    {
        await using var context = Colleague.Context(site);
        var rows = StoreRows.Of((Microsoft.Data.Sqlite.SqliteConnection)context.Database.GetDbConnection());
        return string.Join('\n', rows.Values.SelectMany(r => r));
    }

    private static async Task<bool> SignInByCodeAsync(PortalFactory site, string code, string field, string button)
    {
        using var colleague = new Colleague(site);
        await colleague.SignInAsync("lea@example.org", Colleague.Password, "/espace/compte");
        Assert.StartsWith("/connexion/code", colleague.Path, StringComparison.Ordinal);
        colleague.Type(field, code);
        await colleague.Visitor.SubmitAsync(button);
        return colleague.Path == "/espace/compte";
    }
}
