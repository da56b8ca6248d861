using BenchmarkDotNet.Running;
using CareerPortal.Benchmarks.Attack;
using CareerPortal.Benchmarks.Circuits;
using CareerPortal.Benchmarks.Drafts;
using CareerPortal.Benchmarks.Exchange;
using CareerPortal.Benchmarks.Kills;
using CareerPortal.Benchmarks.Offers;
using CareerPortal.Benchmarks.Pages;
using CareerPortal.Benchmarks.Rules;
using CareerPortal.Benchmarks.Search;
using CareerPortal.Benchmarks.Start;
using CareerPortal.Benchmarks.Takers;

return args switch
{
    ["pages", ..] => await PageLoad.RunAsync(args[1..]),
    ["beside", var older, var newer] => await BesideLoad.RunAsync([older, newer]),
    ["searchers", ..] => await SearchLoad.RunAsync(args[1..]),
    ["start", ..] => await StartRun.RunAsync(args[1..]),
    ["catalogue", ..] => await CatalogueImport.RunAsync(args[1..]),
    ["made"] => await MadeLoad.RunAsync(),
    ["redis"] => await RedisLoad.RunAsync(),
    ["hostile", ..] => await HostileRun.RunAsync(args[1..]),
    ["class", ..] => await ClassRun.RunAsync(args[1..]),
    ["circuits", ..] => await CircuitsRun.RunAsync(args[1..]),
    ["drafts"] => await DraftsRun.RunAsync(),
    ["takers", ..] => await TakersRun.RunAsync(args[1..]),
    ["kills", ..] => await KillsRun.RunAsync(args[1..]),
    ["offers", ..] => OffersRun.Run(args[1..]),
    ["board", ..] => await BoardLoad.RunAsync(args[1..]),
    ["search", ..] => await CatalogueSearchRun.RunAsync(args[1..]),
    ["feed", ..] => await HostileFeedRun.RunAsync(args[1..]),
    ["sync", ..] => await SyncRun.RunAsync(args[1..]),
    ["sync-once", var file, var address] => await SyncRun.OnceAsync(file, address),
    ["rules", ..] => RulesRun.Run(args[1..]),
    ["constant", var url, var bytes, var usual] => await ConstantServer.RunAsync(
        url,
        int.Parse(bytes, System.Globalization.CultureInfo.InvariantCulture),
        int.Parse(usual, System.Globalization.CultureInfo.InvariantCulture)
    ),
    _ => BenchmarkSwitcher.FromAssembly(typeof(PageLoad).Assembly).Run(args).Any() ? 0 : 1,
};
