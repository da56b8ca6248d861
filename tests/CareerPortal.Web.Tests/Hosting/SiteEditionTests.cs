using System.Reflection;
using CareerPortal.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>What a page is made of names it; what it is not made of does not.</summary>
public sealed class SiteEditionTests : IDisposable
{
    private const string Theme = "/theme.000.css";

    private readonly string _folder = Directory.CreateTempSubdirectory("careerportal-").FullName;

    public SiteEditionTests()
    {
        Write("CareerPortal.Web.dll", "pages");
        Write("CareerPortal.Core.dll", "content");
        Write("CareerPortal.Web.staticwebassets.endpoints.json", "css/site.abc.css");
        Write("nl/CareerPortal.Web.resources.dll", "woorden");
        Write("MudBlazor.dll", "theirs");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("CareerPortal.Web.dll")]
    [InlineData("CareerPortal.Core.dll")]
    [InlineData("CareerPortal.Quiz.dll")]
    [InlineData("CareerPortal.Web.staticwebassets.endpoints.json")]
    [InlineData("nl/CareerPortal.Web.resources.dll")]
    public void NameOf_AnotherFileOfTheBuild_IsAnother(string file)
    {
        var before = NameOf();

        Write(file, "changed");

        Assert.NotEqual(before, NameOf());
    }

    [Theory]
    [InlineData("Portal:Name", "Autre nom")]
    [InlineData("Portal:Operator", "Carrefour")]
    [InlineData("Portal:SomethingNew", "1")]
    [InlineData("Quiz:KeepDays", "7")]
    public void NameOf_AnotherShownSetting_IsAnother(string key, string value)
    {
        var before = NameOf(("Portal:Contact", "a@b.example"));

        Assert.NotEqual(before, NameOf(("Portal:Contact", "a@b.example"), (key, value)));
    }

    [Fact]
    public void NameOf_AnotherTheme_IsAnother() =>
        Assert.NotEqual(NameOf(), SiteEdition.NameOf(_folder, new ConfigurationBuilder().Build(), "/theme.111.css"));

    [Fact]
    public void NameOf_AValueMovedToAnotherKey_IsAnother() =>
        Assert.NotEqual(NameOf(("Portal:A", "bc"), ("Portal:B", "")), NameOf(("Portal:A", "b"), ("Portal:B", "c")));

    [Fact]
    public void NameOf_TheSameOnAnotherNode_IsTheSame()
    {
        var before = NameOf(("Portal:Name", "Nom"), ("Quiz:KeepDays", "7"));
        Write("data/portal.db", "rows");
        Write("wwwroot/deep/CareerPortal.Old.dll", "not of this build");
        Write("appsettings.json", "{}");

        Assert.Equal(
            before,
            NameOf(("QUIZ:KEEPDAYS", "7"), ("portal:name", "Nom"), ("ConnectionStrings:Redis", "node2"), ("Database:DataFolder", "elsewhere"))
        );
    }

    [Fact]
    public void ShownSections_NameWhatComponentsAreGiven()
    {
        var options = typeof(SiteEdition)
            .Assembly.GetTypes()
            .Where(t => typeof(IComponent).IsAssignableFrom(t))
            .SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(p =>
                p.IsDefined(typeof(InjectAttribute))
                && p.PropertyType.IsGenericType
                && typeof(IOptions<>).IsAssignableFrom(p.PropertyType.GetGenericTypeDefinition())
            )
            .Select(p => p.PropertyType.GenericTypeArguments[0])
            .Distinct()
            .ToList();

        Assert.NotEmpty(options);
        Assert.All(options, o => Assert.Contains((string)o.GetField("Section")!.GetRawConstantValue()!, SiteEdition.ShownSections));
    }

    [Fact]
    public async Task NodesOfOneEdition_ShareAStore_AndThoseOfAnotherDoNot()
    {
        using var pages = new KeptPages(null);
        await using var first = Node(pages);
        await using var same = Node(pages, first.DataFolder);
        await using var renamed = Node(pages, first.DataFolder, ("Portal:Name", "Zorglub"));
        await using var owned = Node(pages, first.DataFolder, ("Portal:Operator", "Zorglub"), ("Portal:Contact", "a@zorglub.example"));

        using var made = await GetAsync(first);
        using var kept = await GetAsync(same);
        using var withName = await GetAsync(renamed);
        using var withOperator = await GetAsync(owned);

        Assert.Null(made.Headers.Age);
        Assert.NotNull(kept.Headers.Age);
        Assert.Equal(made.Headers.ETag, kept.Headers.ETag);
        Assert.Null(withName.Headers.Age);
        Assert.Null(withOperator.Headers.Age);
        Assert.Equal(3, new[] { made, withName, withOperator }.Select(a => a.Headers.ETag!.Tag).Distinct().Count());
        Assert.DoesNotContain("Zorglub", await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Zorglub", await withName.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(
            "a@zorglub.example",
            await withOperator.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    private static PortalFactory Node(IOutputCacheStore pages, string? data = null, params (string Key, string Value)[] settings)
    {
        var node = new PortalFactory { Registrations = s => s.Replace(ServiceDescriptor.Singleton(pages)) };
        foreach (var (key, value) in settings)
        {
            node.Settings[key] = value;
        }

        if (data is not null)
        {
            node.Settings["Database:DataFolder"] = data;
        }

        return node;
    }

    private static Task<HttpResponseMessage> GetAsync(PortalFactory node) =>
        node.CreateClient().GetAsync(new Uri("/vie-privee", UriKind.Relative), TestContext.Current.CancellationToken);

    private string NameOf(params (string Key, string Value)[] settings) =>
        SiteEdition.NameOf(
            _folder,
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build(),
            Theme
        );

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
