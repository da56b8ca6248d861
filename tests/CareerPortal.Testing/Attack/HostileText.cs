using System.Globalization;
using System.Text;

namespace CareerPortal.Testing.Attack;

/// <summary>Makes text that nobody types, ready to stand in an address or a form: its bytes are escaped already, well or badly.</summary>
internal sealed class HostileText(Random random)
{
    /// <summary>What breaks out of text, attributes and scripts wherever it is written as it came.</summary>
    private const string Breaking = "zq\"zq<zq>zq'zq</script><zq onload=zq>";

    private static readonly string[] Bad =
    [
        "%00",
        "%2500",
        "%EF%BF%BE",
        "%EF%BF%BF",
        "%EF%B7%90",
        "%F0%9F%BF%BE",
        "%ED%A0%80",
        "%ED%BF%BF",
        "%C0%AF",
        "%F4%90%80%80",
        "%FF",
        "%",
        "%u0041",
        "%E2%80%AE",
        "%E2%81%A6",
        "%EF%BB%BF",
        "%0D%0Azq-injected:%201",
        "%0A",
        "%09",
        "%7F",
        "%C2%85",
        "%CC%81",
        "..%2F..%2F",
        "..%5C",
        "%2e%2e",
        "//elsewhere.example",
        "%5C%5Celsewhere.example",
        ";",
        "{0}",
        "%7B%7B7*7%7D%7D",
        "+",
        "&",
        "=",
        "#",
    ];

    private static readonly string[] Numbers =
    [
        "-1",
        "0",
        "1e308",
        "NaN",
        "Infinity",
        "0x10",
        "99999999999999999999",
        "2147483648",
        "-0",
        "1,5",
        "1.5",
        "%D9%A3",
        "%E2%85%A7",
        "1%C2%A0000",
        "%E2%88%92%35",
    ];

    private static readonly string[] Words =
    [
        "annotateur",
        "Bruxelles",
        "%C3%A9t%C3%A9",
        "' OR 1=1--",
        "%25_%5B",
        "NULL",
        "true",
        "fr",
        "EUR",
        "AAAA-AAAA-AAAA-AAAA",
        "\u0000",
        "next",
    ];

    public static bool IsReflected(string html) =>
        html.Contains("zq\"zq", StringComparison.Ordinal)
        || html.Contains("zq<zq", StringComparison.Ordinal)
        || html.Contains("zq>zq", StringComparison.Ordinal)
        || html.Contains("</script><zq", StringComparison.OrdinalIgnoreCase);

    public string Next() =>
        random.Next(10) switch
        {
            0 => Uri.EscapeDataString(Breaking),
            1 => Pick(Numbers),
            2 => Escaped(Pick(Words)),
            3 => string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pick(Bad))),
            4 => new string((char)('a' + random.Next(26)), random.Next(1, 3_000)),
            5 => string.Concat(Enumerable.Repeat("%F0%9F%98%80", random.Next(1, 200))),
            6 => "e" + string.Concat(Enumerable.Repeat("%CC%81", random.Next(1, 300))),
            7 => Escaped(AnyCharacters()),
            8 => Escaped(Breaking) + Pick(Bad) + Pick(Words).Trim('\0'),
            _ => "",
        };

    /// <summary>The same name with letters in another case.</summary>
    public string Recased(string name) =>
        random.Next(3) switch
        {
            0 => name.ToUpperInvariant(),
            1 => new string([.. name.Select(c => random.Next(2) == 0 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c))]),
            _ => name,
        };

    public T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    private string AnyCharacters()
    {
        var text = new StringBuilder();
        for (var left = random.Next(1, 40); left > 0; left--)
        {
            var value = random.Next(3) == 0 ? random.Next(0x110000) : random.Next(0x3000);
            text.Append(Rune.IsValid(value) ? new Rune(value).ToString() : "x");
        }

        return text.ToString();
    }

    /// <summary>Byte by byte, so that characters that are none go through as well.</summary>
    private static string Escaped(string text) =>
        string.Concat(Encoding.UTF8.GetBytes(text).Select(b => "%" + b.ToString("X2", CultureInfo.InvariantCulture)));
}
