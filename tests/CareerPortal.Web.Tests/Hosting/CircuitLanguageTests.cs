using System.Globalization;
using CareerPortal.Web.Hosting;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>What comes over a circuit is handled in the language in which it was opened.</summary>
public sealed class CircuitLanguageTests
{
    [Theory]
    [InlineData("nl-BE", "nl-BE")]
    [InlineData("fr-BE", "fr-BE")]
    [InlineData("da-DK", "fr-BE")]
    public async Task InboundActivity_OverAConnectionInAnotherLanguage_IsHandledInThatOfTheCircuit(string opened, string expected)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.GetCultureInfo(opened), CultureInfo.GetCultureInfo(opened));
        var circuit = new CircuitLanguage();
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.GetCultureInfo("de-BE"), CultureInfo.GetCultureInfo("de-BE"));
        var handled = ("", "");

        await circuit.CreateInboundActivityHandler(_ =>
        {
            handled = (CultureInfo.CurrentCulture.Name, CultureInfo.CurrentUICulture.Name);
            return Task.CompletedTask;
        })(null!);

        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        Assert.Equal((expected, expected), handled);
    }
}
