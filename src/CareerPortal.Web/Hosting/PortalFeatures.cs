using CareerPortal.Directories;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Finding;
using CareerPortal.Web.Accounts;
using CareerPortal.Web.Api;
using CareerPortal.Web.Catalogue;
using CareerPortal.Web.Fitting;
using CareerPortal.Web.Guides;
using CareerPortal.Web.Offers;
using CareerPortal.Web.Offers.Alerts;
using CareerPortal.Web.Offers.Entries;
using CareerPortal.Web.Quiz;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Workspace.Editor;
using CareerPortal.Web.Workspace.Impact;
using CareerPortal.Web.Workspace.Keeping;
using CareerPortal.Web.Workspace.Releases;
using CareerPortal.Web.Workspace.Review;

namespace CareerPortal.Web.Hosting;

/// <summary>The features of the site: each registers itself.</summary>
internal static class PortalFeatures
{
    public static void AddPortalFeatures(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddGuidePages()
            .AddDirectories()
            .AddExchange()
            .AddCataloguePages()
            .AddFinding()
            .AddOfferPages()
            .AddOfferAlertPages()
            .AddOfferFit()
            .AddOfferEntryPages()
            .AddOpenData()
            .AddQuizPages()
            .AddAccountPages()
            .AddDrafts()
            .AddEditor()
            .AddReviewPages()
            .AddReleasePages()
            .AddImpactPages()
            .AddKeepingPages()
            .AddOfferSourceJobs()
            .AddSingleton<StoreOutage>();

        // A job catches what fails in it; should one not, the pages go on all the same.
        builder.Services.Configure<HostOptions>(o => o.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
    }
}
