using System.Reflection;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Exchange;

public sealed class ExchangeExportTests : IDisposable
{
    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task ReadAsync_FirstContent_ImportsUnchanged()
    {
        await _store.ImportFirstContentAsync(Cancellation);
        var folder = await ExportAsync(_store, "out");

        var report = await _store.ImportAsync(ExchangeFolder.At(folder).Read(), Cancellation);

        Assert.Equal(new ImportCount(0, 0, ExchangeFolder.FirstContent.Read().Guides.Count), report?.Guides);
    }

    [Fact]
    public async Task ReadAsync_StoreMadeFromAnExport_GivesTheSameFiles()
    {
        await _store.ImportFirstContentAsync(Cancellation);
        var first = await ExportAsync(_store, "first");
        using var other = new TestStore();
        await other.ImportAsync(ExchangeFolder.At(first).Read(), Cancellation);

        var second = await ExportAsync(other, "second");

        Assert.Equal(ExchangeFolder.At(first).Names, ExchangeFolder.At(second).Names);
        Assert.All(
            ExchangeFolder.At(first).Names,
            n => Assert.Equal(File.ReadAllText(Path.Combine(first, n)), File.ReadAllText(Path.Combine(second, n)))
        );
    }

    [Fact]
    public async Task WriteAsync_FirstContent_GivesItsFilesBack()
    {
        await _store.ImportFirstContentAsync(Cancellation);

        var folder = await ExportAsync(_store, "out");

        Assert.All(ExchangeFolder.FirstContent.Names, n => Assert.Contains(n, ExchangeFolder.At(folder).Names));
        Assert.All(ExchangeFolder.FirstContent.Names, n => Assert.Equal(Shipped(n), File.ReadAllText(Path.Combine(folder, n))));
    }

    [Fact]
    public async Task ReadAsync_GuideWithdrawn_LeavesItOut()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide(), Sample.BriefGuide("autre")), Cancellation);
        await using (var context = _store.CreateDbContext())
        {
            context.Guides.Single(g => g.Slug == "autre").Withdraw();
            await context.SaveChangesAsync(Cancellation);
        }

        var set = await new ExchangeExport(_store).ReadAsync(Cancellation);

        Assert.Equal(["guides/relieur.fr.json"], set.Guides.Keys);
        Assert.Equal(["autre", "relieur"], set.Occupations.Select(o => o.Code));
    }

    private static async Task<string> ExportAsync(TestStore store, string name)
    {
        var folder = Path.Combine(store.Folder, name);
        await ExchangeFolder.WriteAsync(folder, await new ExchangeExport(store).ReadAsync(Cancellation), Cancellation);
        return folder;
    }

    private static string Shipped(string name)
    {
        using var reader = new StreamReader(Assembly.GetAssembly(typeof(ExchangeFolder))!.GetManifestResourceStream("FirstContent/" + name)!);
        return reader.ReadToEnd();
    }
}
