using System.IO.Compression;
using System.Text;
using CareerPortal.Exchange;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Exchange;

public sealed class ExchangeArchiveTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_AllGuidesIntoAnEmptyStoreAndOutAgain_GivesTheSameBytes()
    {
        using var store = new TestStore();
        await store.ImportFirstContentAsync(Cancellation);
        var first = await ExportAsync(store);
        using var other = new TestStore();
        await other.ImportAsync(ExchangeFolder.InArchive("guides.zip", first).Read(), Cancellation);

        var second = await ExportAsync(other);

        Assert.True(first.SequenceEqual(second));
    }

    [Theory]
    [InlineData("../evil.json")]
    [InlineData("/etc/passwd")]
    [InlineData("guides/a.exe")]
    [InlineData("guides\\a.json")]
    public void Read_NameThatIsNoExchangeFile_IsRefused(string name)
    {
        var refused = Assert.Throws<ExchangeFaultException>(() => ExchangeArchive.Read("a.zip", Archive((name, [1]))));

        Assert.Equal(name, Assert.Single(refused.Faults).File);
    }

    [Fact]
    public void Read_FileThatUnpacksToTooMuch_IsRefused()
    {
        var refused = Assert.Throws<ExchangeFaultException>(() =>
            ExchangeArchive.Read("a.zip", Archive(("guides/a.fr.json", new byte[ExchangeArchive.MostBytesOfFile + 1])))
        );

        Assert.Equal(FaultKind.TooLong, Assert.Single(refused.Faults).Kind);
    }

    [Fact]
    public void Read_NoArchive_IsRefused() =>
        Assert.Equal(
            FaultKind.Unreadable,
            Assert.Single(Assert.Throws<ExchangeFaultException>(() => ExchangeArchive.Read("a.zip", [1, 2, 3])).Faults).Kind
        );

    [Fact]
    public void Read_TextInOtherEncoding_TellsTheLine()
    {
        var refused = Assert.Throws<ExchangeFaultException>(() =>
            ExchangeArchive.Read("a.zip", Archive(("guides/a.fr.json", Encoding.Latin1.GetBytes("{\n\"é\"}"))))
        );

        Assert.Equal(2, Assert.Single(refused.Faults).Line);
    }

    [Fact]
    public void ReadGuide_Malformed_TellsTheLine()
    {
        var text = ExchangeFolder.TextOf(Sample.BriefGuide()).Replace("\"slug\"", "\"slog\"", StringComparison.Ordinal);

        var fault = Assert.Single(Assert.Throws<ExchangeFaultException>(() => ExchangeFolder.ReadGuide("relieur.fr.json", text)).Faults);

        Assert.Equal(("relieur.fr.json", 5), (fault.File, fault.Line));
    }

    private static async Task<byte[]> ExportAsync(TestStore store) =>
        ExchangeArchive.Write(ExchangeFolder.TextsOf(await new ExchangeExport(store).ReadAsync(Cancellation)));

    private static byte[] Archive(params (string Name, byte[] Bytes)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var content = archive.CreateEntry(name).Open();
                content.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
