using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>
/// Somebody who writes sentence after sentence at the end of the opening of a guide, key by key at an uneven pace, and hesitates now and then.
/// They look at the screen before each sentence, as anybody does, and at nothing while they write it.
/// </summary>
internal sealed class Typist(IPage page, Random random)
{
    private const string Path = "content.hook";
    private const int Shortest = 30;
    private const int Longest = 140;
    private const int Hesitation = 3_000;
    private const float Patience = 45_000;

    private static readonly string[] Words = ["une", "phrase", "de", "plus", "sans", "rien", "perdre", "sur", "le", "travail", "et", "ses", "outils"];

    private readonly StringBuilder _typed = new();
    private int _sentences;

    public string Typed => _typed.ToString();

    /// <summary>How often the page had to be opened again by hand, since the site was away when it came anew.</summary>
    public int OpenedByHand { get; private set; }

    public ILocator Field => page.Locator($"[data-path='{Path}']");

    /// <summary>Opens the guide and sets the cursor at the end.</summary>
    public async Task OpenAsync(string address)
    {
        await page.GotoAsync(address);
        await BeginAsync();
        _typed.Append(await Field.InputValueAsync());
    }

    /// <summary>Writes until it is told to end, and then to the end of the sentence.</summary>
    public async Task TypeAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await LookAsync();
            await TypeAsync(Sentence());
        }
    }

    /// <summary>Waits until the page says that all is saved.</summary>
    public Task SavedAsync() =>
        Assertions.Expect(page.Locator("[data-state]")).ToHaveAttributeAsync("data-mood", "saved", new() { Timeout = 2 * Patience });

    private async Task TypeAsync(string text)
    {
        foreach (var sign in text)
        {
            await page.Keyboard.PressAsync(sign == ' ' ? "Space" : $"{sign}");
            _typed.Append(sign);
            await Task.Delay(random.Next(50) == 0 ? random.Next(Hesitation) : random.Next(Shortest, Longest), CancellationToken.None);
        }
    }

    private string Sentence()
    {
        var words = Enumerable.Range(0, random.Next(6, 12)).Select(_ => Words[random.Next(Words.Length)]);
        return string.Create(CultureInfo.InvariantCulture, $" {++_sentences}, {string.Join(' ', words)}.");
    }

    /// <summary>Whether the cursor is in the field; if the page is gone for good, it is opened again.</summary>
    private async Task LookAsync()
    {
        var address = page.Url;
        for (var waited = 0; waited < Patience; waited += 200)
        {
            if (await IsInFieldAsync())
            {
                return;
            }

            await Task.Delay(200, CancellationToken.None);
        }

        OpenedByHand++;
        await page.GotoAsync(address);
        await BeginAsync();
    }

    private async Task<bool> IsInFieldAsync()
    {
        try
        {
            return await page.EvaluateAsync<bool>("path => document.activeElement?.dataset?.path === path", Path);
        }
        catch (PlaywrightException)
        {
            // The page is on its way.
            return false;
        }
    }

    private async Task BeginAsync()
    {
        await SavedAsync();
        await Field.ClickAsync();
        await Field.PressAsync("Control+End");
    }
}
