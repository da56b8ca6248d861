using MudBlazor;

namespace CareerPortal.Web.Shell;

/// <summary>The portal's colours and type, in the one place where they are chosen.</summary>
internal static class PortalTheme
{
    public static MudTheme Theme { get; } =
        new()
        {
            PaletteLight = new PaletteLight
            {
                Primary = "#0E5A60",
                PrimaryContrastText = "#FFFFFF",
                Secondary = "#E3A32B",
                SecondaryContrastText = "#1C2430",
                Error = "#A63D2F",
                Success = "#2F6B3C",
                Info = "#2B5C8A",
                Warning = "#8A5A00",
                Background = "#FBF8F3",
                BackgroundGray = "#F3EEE4",
                Surface = "#FFFEFB",
                TextPrimary = "#1C2430",
                TextSecondary = "#535B67",
                TextDisabled = "#767D88",
                ActionDefault = "#535B67",
                Divider = "#DDD5C7",
                LinesDefault = "#DDD5C7",
                LinesInputs = "#7C7466",
                AppbarBackground = "#FBF8F3",
                AppbarText = "#1C2430",
            },
            PaletteDark = new PaletteDark
            {
                Primary = "#6CC5C8",
                PrimaryContrastText = "#0B2426",
                Secondary = "#E3A32B",
                SecondaryContrastText = "#14191F",
                Error = "#F0907F",
                Success = "#8CC798",
                Info = "#9CC4EA",
                Warning = "#EFC070",
                Background = "#14191F",
                BackgroundGray = "#1F262E",
                Surface = "#1B222A",
                TextPrimary = "#E9E4DA",
                TextSecondary = "#B3B4B4",
                TextDisabled = "#8A8F96",
                ActionDefault = "#B3B4B4",
                Divider = "#363F4A",
                LinesDefault = "#363F4A",
                LinesInputs = "#8A93A0",
                AppbarBackground = "#14191F",
                AppbarText = "#E9E4DA",
            },
            Typography = new Typography
            {
                Default = new DefaultTypography
                {
                    FontFamily = ["Atkinson Hyperlegible Next", "system-ui", "sans-serif"],
                    FontSize = "1.125rem",
                    LineHeight = "1.6",
                },
                H1 = new H1Typography { FontFamily = ["Bricolage Grotesque", "Georgia", "serif"] },
                H2 = new H2Typography { FontFamily = ["Bricolage Grotesque", "Georgia", "serif"] },
                H3 = new H3Typography { FontFamily = ["Bricolage Grotesque", "Georgia", "serif"] },
            },
            LayoutProperties = new LayoutProperties { DefaultBorderRadius = "10px" },
        };
}
