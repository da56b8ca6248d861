using System.Diagnostics;
using System.Net;
using CareerPortal.Web.Tests.Pages;
using CareerPortal.Web.Tests.Quiz;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>The site as a process of its own, ended without warning.</summary>
public sealed class KilledProcessTests(PublicPages site)
{
    [Fact]
    public async Task Quiz_AfterTheProcessWasKilled_HasLostNoAnswer()
    {
        var folder = Directory.CreateTempSubdirectory("careerportal-").FullName;
        try
        {
            string code;
            var items = new List<string>();
            await using (var process = await SiteProcess.StartAsync(folder))
            {
                using var visitor = process.Visit(site.Portal);
                await visitor.StartQuizAsync();
                code = visitor.Code;
                for (var answer = 1; answer <= 5; answer++)
                {
                    items.Add(visitor.Item);
                    await visitor.AnswerAsync(answer);
                }

                process.Kill();
            }

            await using (var process = await SiteProcess.StartAsync(folder))
            {
                using var visitor = process.Visit(site.Portal);
                await visitor.GoAsync("/quiz/reprendre");
                visitor.Type(visitor.Text("Resume.Label"), code);
                await visitor.SubmitAsync("Resume.Action");

                Assert.Equal((code, 5), (visitor.Code, visitor.Answered));
                foreach (var (index, item) in items.Index())
                {
                    await visitor.GoAsync($"/quiz/session/{code}?question={index + 1}");
                    Assert.Equal((item, index + 1), (visitor.Item, visitor.Chosen!.Value));
                }

                await visitor.GoAsync($"/quiz/session/{code}");
                await visitor.AnswerAllAsync(4);
                Assert.True(visitor.IsResult);
                process.Kill();
                Assert.DoesNotContain(code, process.Output, StringComparison.Ordinal);
                Assert.Contains("/quiz/session/{Code}", process.Output, StringComparison.Ordinal);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A running site: its own process, port and console.</summary>
    private sealed class SiteProcess : IAsyncDisposable
    {
        private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

        private readonly Process _process;
        private readonly System.Text.StringBuilder _output = new();
        private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private SiteProcess(string folder)
        {
            _process = new Process
            {
                StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CareerPortal.Web.dll"), "--urls", "http://127.0.0.1:0", "--Database:DataFolder", folder])
                {
                    WorkingDirectory = AppContext.BaseDirectory,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["DOTNET_ENVIRONMENT"] = "Production" },
                },
            };
            _process.OutputDataReceived += (_, e) => Read(e.Data);
            _process.ErrorDataReceived += (_, e) => Read(e.Data);
        }

        public string Output
        {
            get
            {
                lock (_output)
                {
                    return _output.ToString();
                }
            }
        }

        public static async Task<SiteProcess> StartAsync(string folder)
        {
            var site = new SiteProcess(folder);
            site._process.Start();
            site._process.BeginOutputReadLine();
            site._process.BeginErrorReadLine();
            try
            {
                await site._address.Task.WaitAsync(Longest, TestContext.Current.CancellationToken);
            }
            catch (TimeoutException e)
            {
                await site.DisposeAsync();
                throw new InvalidOperationException("The site did not start: " + site.Output, e);
            }

            return site;
        }

        /// <summary>A visitor of this process, who knows texts and items from another site.</summary>
        public Visitor Visit(PortalFactory texts) => new(texts, "fr", new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = _address.Task.Result });

        public void Kill()
        {
            _process.Kill();
            _process.WaitForExit();
        }

        public ValueTask DisposeAsync()
        {
            if (!_process.HasExited)
            {
                Kill();
            }

            _process.Dispose();
            return ValueTask.CompletedTask;
        }

        private void Read(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (_output)
            {
                _output.AppendLine(line);
            }

            if (System.Text.RegularExpressions.Regex.Match(line, @"http://127\.0\.0\.1:\d+") is { Success: true } found)
            {
                _address.TrySetResult(new Uri(found.Value));
            }
        }
    }
}
