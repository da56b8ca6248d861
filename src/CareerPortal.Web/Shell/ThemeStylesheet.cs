using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace CareerPortal.Web.Shell;

/// <summary>
/// The theme as a stylesheet. MudThemeProvider writes it inline, which the content security policy refuses, so it is
/// rendered once, light and dark, and served as a file under the hash of its content.
/// </summary>
internal sealed partial class ThemeStylesheet(IServiceProvider services, ILoggerFactory loggers)
{
    private readonly Lazy<Task<(string Path, string Css)>> _sheet = new(() => MakeAsync(services, loggers));

    public async Task<string> PathAsync() => (await _sheet.Value).Path;

    public async Task<string> CssAsync() => (await _sheet.Value).Css;

    private static async Task<(string Path, string Css)> MakeAsync(IServiceProvider services, ILoggerFactory loggers)
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var light = await RenderAsync(renderer, dark: false);
        var dark = await RenderAsync(renderer, dark: true);
        var css = new StringBuilder()
            .Append(":root{color-scheme:light;")
            .Append(light)
            .Append('}')
            .Append("@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;")
            .Append(dark)
            .Append("}}")
            .Append(":root[data-theme=dark]{color-scheme:dark;")
            .Append(dark)
            .Append('}')
            .ToString();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(css)))[..12];
        return ($"/theme.{hash}.css", css);
    }

    private static Task<string> RenderAsync(HtmlRenderer renderer, bool dark) =>
        renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<MudThemeProvider>(
                ParameterView.FromDictionary(
                    new Dictionary<string, object?>
                    {
                        [nameof(MudThemeProvider.Theme)] = PortalTheme.Theme,
                        [nameof(MudThemeProvider.IsDarkMode)] = dark,
                        [nameof(MudThemeProvider.ObserveSystemDarkModeChange)] = false,
                    }
                )
            );
            var variables = RootBlock().Match(root.ToHtmlString());
            return variables.Success
                ? variables.Groups[1].Value.Trim()
                : throw new InvalidOperationException("MudThemeProvider rendered no variables.");
        });

    [GeneratedRegex(@":root\s*\{([^}]*)\}")]
    private static partial Regex RootBlock();
}
