using System.Text.RegularExpressions;
using CareerPortal.French;

namespace CareerPortal.Core.Tests.Catalogue;

/// <summary>Fifty titles as the catalogue writes them, and what somebody who writes French with care makes of each in both genders, by hand.</summary>
public sealed partial class WrittenTitlesTests
{
    public static TheoryData<string, string, string> Pairs()
    {
        var pairs = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Catalogue", "titles.csv")).Skip(1))
        {
            var cells = Cell().Matches(line).Select(m => m.Value.Trim('"')).ToList();
            pairs.Add(cells[0], cells[1], cells[2]);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void TryParse_TitleOfTheCatalogue_GivesBothGenders(string written, string masculine, string feminine)
    {
        Assert.True(GenderedTitle.TryParse(written, out var title));

        Assert.Equal((masculine, feminine), (title.Masculine, title.Feminine));
    }

    [GeneratedRegex("\"[^\"]*\"|[^,\"]+")]
    private static partial Regex Cell();
}
