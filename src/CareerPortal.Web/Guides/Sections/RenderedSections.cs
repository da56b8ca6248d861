using System.Runtime.CompilerServices;
using CareerPortal.Guides;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Caching.Memory;

namespace CareerPortal.Web.Guides.Sections;

/// <summary>
/// The sections of guides as they were rendered before: a guide that is opened anew with every change of its content is the same for everyone
/// but for what a reader typed (<see cref="ShowsSectionAttribute.DependsOnReader"/>). What is remembered is bounded, the least used going first.
/// </summary>
internal sealed class RenderedSections : IDisposable
{
    /// <summary>In characters, some 24 MB: a whole guide takes about 100 000.</summary>
    private const long MostRemembered = 12_000_000;

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    /// <summary>A name for each opened guide that costs nothing to compare; it goes with its guide.</summary>
    private readonly ConditionalWeakTable<PublishedGuide, object> _names = [];

    /// <summary>A section with its heading, in the language being read.</summary>
    public Task<string> OfAsync(PublishedGuide guide, PageSection section, IServiceProvider services, ILoggerFactory loggers) =>
        KeepAsync<SectionFrame>(
            guide,
            section.Id,
            new() { [nameof(SectionFrame.Guide)] = guide, [nameof(SectionFrame.Section)] = section },
            services,
            loggers
        );

    /// <summary>The guide in two minutes, in the language being read.</summary>
    public Task<string> GlanceOfAsync(PublishedGuide guide, IServiceProvider services, ILoggerFactory loggers) =>
        KeepAsync<GuideGlance>(guide, nameof(GuideGlance), new() { [nameof(GuideGlance.Guide)] = guide }, services, loggers);

    public void Dispose() => _known.Dispose();

    private async Task<string> KeepAsync<TPart>(
        PublishedGuide guide,
        string part,
        Dictionary<string, object?> parameters,
        IServiceProvider services,
        ILoggerFactory loggers
    )
        where TPart : IComponent
    {
        var key = (_names.GetOrCreateValue(guide), part, Site.Language, SitePreview.Current?.Prefix);
        if (_known.TryGetValue(key, out string? html))
        {
            return html!;
        }

        await using var renderer = new HtmlRenderer(services, loggers);
        html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPart>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
        return _known.Set(key, html, new MemoryCacheEntryOptions { Size = html.Length, SlidingExpiration = Remembered });
    }
}
