using System.Net;
using CareerPortal.Accounts;
using CareerPortal.Web.Tests.Quiz;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Accounts;

/// <summary>Somebody of the workspace at a browser of their own: comes by links and forms as the pages have them.</summary>
internal sealed class Colleague : IDisposable
{
    public const string Password = "quatre mots sans rapport";

    private readonly PortalFactory _site;

    public Colleague(PortalFactory site)
    {
        _site = site;
        Visitor = new Visitor(site, through: site.CreateClient());
    }

    public Visitor Visitor { get; }

    public HttpStatusCode Status => Visitor.Status;

    public string Path => Visitor.Path;

    /// <summary>The link in the last mail that waits or lies in the folder.</summary>
    public static async Task<string> LastLinkAsync(PortalFactory site, string to)
    {
        await using var context = Context(site);
        for (var turn = 0; turn < 200; turn++)
        {
            var text =
                await context
                    .OutgoingMails.AsNoTracking()
                    .Where(m => m.To == to)
                    .OrderByDescending(m => m.Id)
                    .Select(m => m.Text)
                    .FirstOrDefaultAsync(TestContext.Current.CancellationToken)
                ?? MailFor(site, to);
            if (text is not null)
            {
                var at = text.IndexOf("/lien/", StringComparison.Ordinal);
                return text.Substring(at, "/lien/".Length + 64);
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"No mail came for {to}.");
    }

    public static Data.PortalDbContext Context(PortalFactory site) =>
        site.Services.GetRequiredService<IDbContextFactory<Data.PortalDbContext>>().CreateDbContext();

    /// <summary>Makes an account of that role and signs it in by its password.</summary>
    public static async Task<Colleague> OfAsync(PortalFactory site, AccountRole role, string? name = null)
    {
        var colleague = new Colleague(site);
        var email = $"{name ?? $"{role}"}@example.org";
        await using (var context = Context(site))
        {
            var account = Account.Of(email, name ?? $"{role}", role, DateTime.UtcNow);
            account.PasswordHash = site.Services.GetRequiredService<AccountPasswords>().HashPassword(account, Password);
            context.Add(account);
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await colleague.SignInAsync(email, Password);
        return colleague;
    }

    public async Task<Account> AccountAsync(string email)
    {
        await using var context = Context(_site);
        return await context.Accounts.SingleAsync(a => a.Email == email, TestContext.Current.CancellationToken);
    }

    public async Task SignInAsync(string email, string password, string? back = null)
    {
        await Visitor.GoAsync(back is null ? "/connexion" : $"/connexion?retour={Uri.EscapeDataString(back)}");
        Type("Email", email);
        Type("Password", password);
        await Visitor.SubmitAsync("SignIn.Action");
    }

    public void Type(string field, string value) =>
        ((AngleSharp.Html.Dom.IHtmlInputElement)Visitor.Main.QuerySelector($"input[name={field}]")!).Value = value;

    public void Dispose() => Visitor.Dispose();

    private static string? MailFor(PortalFactory site, string to)
    {
        var folder = System.IO.Path.Combine(site.DataFolder, "mail");
        return Directory.Exists(folder)
            ? new DirectoryInfo(folder)
                .GetFiles("*.eml")
                .OrderByDescending(f => f.LastWriteTimeUtc)
                .Select(f => File.ReadAllText(f.FullName).Replace("=\r\n", "", StringComparison.Ordinal))
                .FirstOrDefault(t => t.Contains($"To: {to}", StringComparison.Ordinal))
            : null;
    }
}
