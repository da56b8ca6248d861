using System.Text;
using CareerPortal.Testing;
using CareerPortal.Testing.Attack;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>What is sent to the site is small: a form, never a file.</summary>
[Slow]
public sealed class BodyLimitTests
{
    private const int Limit = 64 * 1024;
    private const string Form = "Content-Type: application/x-www-form-urlencoded";

    [Theory]
    [InlineData("/quiz/annotateur-de-donnees-ia", "fr", Form)]
    [InlineData("/nl/quiz/reprendre", "nl", Form)]
    [InlineData("/de/metiers", "de", Form)]
    [InlineData("/en/absent", "en", Form)]
    [InlineData("/quiz/orientation", "fr", "Content-Type: multipart/form-data; boundary=x")]
    [InlineData("/quiz/orientation", "fr", "Content-Type: application/json")]
    public async Task Post_OfMoreThanAForm_IsAnswered413WithAPage(string path, string language, string type)
    {
        await using var portal = new PortalFactory();
        var server = portal.Listen();
        var body = new byte[Limit + 1];
        Array.Fill(body, (byte)'a');

        var answer = await RawHttp.SendAsync(
            server,
            $"POST {path} HTTP/1.1\nHost: localhost\n{type}\nContent-Length: {body.Length}",
            body,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(413, answer!.Status);
        Assert.Contains($"<html lang=\"{language}\">", answer.Text, StringComparison.Ordinal);
        Assert.Contains("<h1>", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/quiz/annotateur-de-donnees-ia")]
    [InlineData("/metiers")]
    public async Task Post_InChunksOfMoreThanAForm_IsAnswered413(string path)
    {
        await using var portal = new PortalFactory();
        var server = portal.Listen();
        var chunk = Encoding.ASCII.GetBytes("4000\r\n" + new string('a', 0x4000) + "\r\n");
        var body = Enumerable.Repeat(chunk, 64).SelectMany(c => c).Concat("0\r\n\r\n"u8.ToArray()).ToArray();

        var answer = await RawHttp.SendAsync(
            server,
            $"POST {path} HTTP/1.1\nHost: localhost\n{Form}\nTransfer-Encoding: chunked",
            body,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(413, answer!.Status);
    }

    [Fact]
    public async Task Post_AsLargeAsAFormMayBe_IsRead()
    {
        await using var portal = new PortalFactory();
        var server = portal.Listen();
        var body = Encoding.ASCII.GetBytes("Typed=" + new string('a', Limit - 6));

        var answer = await RawHttp.SendAsync(
            server,
            $"POST /quiz/reprendre HTTP/1.1\nHost: localhost\n{Form}\nContent-Length: {body.Length}",
            body,
            TestContext.Current.CancellationToken
        );

        Assert.Equal((302, "/quiz/reprendre?expire=1"), (answer!.Status, answer.Header("Location")));
    }

    [Fact]
    public async Task Get_WithALargeBody_NeverFails()
    {
        await using var portal = new PortalFactory();
        var server = portal.Listen();

        var answer = await RawHttp.SendAsync(
            server,
            $"GET /metiers HTTP/1.1\nHost: localhost\n{Form}\nContent-Length: 1000000",
            new byte[1_000_000],
            TestContext.Current.CancellationToken
        );

        Assert.Equal(413, answer!.Status);
    }
}
