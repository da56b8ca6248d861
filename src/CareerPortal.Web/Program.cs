using CareerPortal.Stores;
using CareerPortal.Web.Accounts;
using CareerPortal.Web.Api;
using CareerPortal.Web.Fitting;
using CareerPortal.Web.Guides;
using CareerPortal.Web.Hosting;
using CareerPortal.Web.Offers;
using CareerPortal.Web.Offers.Alerts;
using CareerPortal.Web.Offers.Entries;
using CareerPortal.Web.Quiz;
using CareerPortal.Web.Workspace.Demonstration;
using CareerPortal.Web.Workspace.Drafts;
using CareerPortal.Web.Workspace.Editor;
using CareerPortal.Web.Workspace.Exchange;
using CareerPortal.Web.Workspace.Keeping;

try
{
    var builder = WebApplication.CreateBuilder(SiteFiles.OptionsFor(DemonstrationStart.Settings(args)));

    builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
    builder.AddDevelopmentAddress();
    builder.AddPortalLogging();
    builder.Services.AddPortalStore();
    builder.AddPortalFeatures();
    builder.AddPortalPages();
    builder.AddPageCache();
    builder.AddRequestBodies();
    builder.AddLoadLimits();
    builder.AddHealth();
    builder.AddDemonstration(args);

    var app = builder.Build();

    app.RequireFiles();
    app.WarnWithoutOperator();
    app.BeginEdition();
    await app.PrepareStoreAsync();
    app.UseReadyPages();
    app.UsePortalLogging();
    app.UseHeadRequests();
    app.UseSecurity();
    app.UseRelativeRedirects();
    app.UsePreviews();
    app.UseLanguages();
    app.UseKnownHost();
    app.UseFailurePages();
    app.UsePreviewLimits();
    app.UseRouting();
    app.UseOneSpelling();
    app.UseCors();
    app.UseAuthentication();
    app.UseLoadLimits();
    app.UseAuthorization();
    app.UsePageCache();
    app.UseAntiforgery();
    app.MapHealth();
    app.MapTheme();
    app.MapSitemap();
    app.MapSearchHints();
    app.MapOffers();
    app.MapOfferAlerts();
    app.MapOfferFit();
    app.MapOfferEntries();
    app.MapMethodDownloads();
    app.MapOpenData();
    app.MapQuizDownloads();
    app.MapAccounts();
    app.MapDrafts();
    app.MapEditor();
    app.MapKeeping();
    app.MapExchange();
    app.MapStaticAssets();
    app.MapPortalPages();

    await app.RunUntilStoppedAsync();
    return 0;
}
catch (Exception e) when (StartFailures.Tell(e))
{
    return 1;
}
