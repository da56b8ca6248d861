using CareerPortal.Directories;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Search;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Editing;

/// <summary>What keeps guides true, and what translates and exchanges them.</summary>
public static class KeepingFeature
{
    public static IServiceCollection AddKeeping(this IServiceCollection services) =>
        services
            .AddSingleton<VoteBox>()
            .AddSingleton<SearchMissCounter>()
            .AddSingleton<SearchMisses>()
            .AddSingleton<LinkRegister>()
            .AddSingleton<VoteLedger>()
            .AddSingleton<Worklist>()
            .AddSingleton<TranslationDesk>()
            .AddSingleton<ExchangeExport>()
            .AddSingleton<GuideExchange>();
}
