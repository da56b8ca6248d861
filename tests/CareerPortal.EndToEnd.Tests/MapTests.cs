namespace CareerPortal.EndToEnd.Tests;

/// <summary>What a map shows can be told apart, on the narrowest phone too.</summary>
public sealed class MapTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("/metiers/annotateur-de-donnees-ia#ou", 360)]
    [InlineData("/metiers/annotateur-de-donnees-ia#ou", 1280)]
    [InlineData("/metiers/operateur-de-numerisation#ou", 360)]
    [InlineData("/metiers/micro-taches-ia#ou", 360)]
    [InlineData("/centres", 360)]
    [InlineData("/centres", 1280)]
    [InlineData("/zones", 360)]
    [InlineData("/zones", 1280)]
    [InlineData("/zones/anvers-gand", 360)]
    [InlineData("/nl/zones", 360)]
    public async Task Map_AtAnyWidth_HidesNoNumberAndNoName(string address, int width)
    {
        await using var window = await browser.OpenAsync(width, 800);
        await window.GoAsync(address);

        var hidden = await window
            .Page.Locator("svg.map")
            .EvaluateAsync<string[]>(
                """
                (map) => {
                  const things = [...map.querySelectorAll(".pin circle, .place")].filter((t) => t.getBoundingClientRect().width > 0);
                  const box = (t) => t.getBoundingClientRect();
                  const name = (t) => t.closest(".pin")?.textContent.trim() ?? t.textContent;
                  const faults = [];
                  things.forEach((a, i) => things.slice(i + 1).forEach((b) => {
                    const [p, q] = [box(a), box(b)];
                    const round = a.localName === "circle" && b.localName === "circle";
                    const apart = round
                      ? Math.hypot((p.left + p.right - q.left - q.right) / 2, (p.top + p.bottom - q.top - q.bottom) / 2) >= (p.width + q.width) / 2 - 0.5
                      : p.right <= q.left + 1 || q.right <= p.left + 1 || p.bottom <= q.top + 3 || q.bottom <= p.top + 3;
                    if (!apart) faults.push(`${name(a)} lies on ${name(b)}`);
                  }));
                  return [...faults, ...(things.length < 3 ? ["The map shows almost nothing."] : [])];
                }
                """
            );

        Assert.Empty(hidden);
    }
}
