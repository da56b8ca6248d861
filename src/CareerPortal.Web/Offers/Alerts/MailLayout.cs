using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using CareerPortal.Accounts;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Offers.Alerts;

/// <summary>
/// Sets a mail twice from the same parts: as plain text, and as a page in the portal's colours that loads nothing from anywhere and follows nobody.
/// </summary>
internal sealed class MailLayout(string name, string heading)
{
    private const string Ink = "#1C2430";
    private const string Paper = "#FBF8F3";
    private const string Teal = "#0E5A60";
    private const string Quiet = "#4A5361";
    private const string Line = "#D9D2C4";
    private const string Face = "'Atkinson Hyperlegible Next','Segoe UI',Helvetica,Arial,sans-serif";

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _html = new();

    private static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    public MailLayout Paragraph(string text)
    {
        _text.Append(Clean(text)).Append("\n\n");
        Tag("p", "margin:0 0 16px", Said(text));
        return this;
    }

    /// <summary>What is looked for, each condition on a line.</summary>
    public MailLayout Terms(IReadOnlyList<(string About, string Said)> terms)
    {
        var html = new StringBuilder();
        foreach (var (about, said) in terms)
        {
            _text.Append(Clean($"  {about} : {said}")).Append('\n');
            html.Append(CultureInfo.InvariantCulture, $"<li style=\"margin:0 0 4px\"><strong>{Said(about)}</strong> – {Said(said)}</li>");
        }

        _text.Append('\n');
        Tag("ul", $"margin:0 0 16px;padding:12px 12px 12px 32px;border:1px solid {Line};border-radius:8px", html.ToString());
        return this;
    }

    /// <summary>What the mail asks to do: its address stands alone on a line in plain text.</summary>
    public MailLayout Button(string label, string address)
    {
        _text.Append(Clean(label)).Append('\n').Append(address).Append("\n\n");
        Tag(
            "p",
            "margin:0 0 20px",
            $"<a href=\"{Encoder.Encode(address)}\" style=\"display:inline-block;padding:12px 20px;border-radius:8px;background:{Teal};color:#FFFFFF;"
                + $"font-weight:700;text-decoration:none\">{Said(label)}</a>"
        );
        return this;
    }

    /// <summary>One of a list, with its address and what is said of it.</summary>
    public MailLayout Item(int number, string title, string address, IEnumerable<string> lines, string? mark)
    {
        var (said, html) = (lines.Where(l => l.Length > 0).ToList(), new StringBuilder());
        _text.Append(CultureInfo.InvariantCulture, $"{number}. {(mark is null ? "" : $"[{mark}] ")}{Clean(title)}\n");
        html.Append(
                CultureInfo.InvariantCulture,
                $"<h2 style=\"margin:0 0 4px;font-size:18px;line-height:1.35\"><a href=\"{Encoder.Encode(address)}\" "
            )
            .Append(CultureInfo.InvariantCulture, $"style=\"color:{Teal}\">{Said(title)}</a></h2>");
        if (mark is not null)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 4px\"><strong>{Said(mark)}</strong></p>");
        }

        foreach (var line in said)
        {
            _text.Append("   ").Append(Clean(line)).Append('\n');
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0;color:{Quiet}\">{Said(line)}</p>");
        }

        _text.Append("   ").Append(address).Append("\n\n");
        Tag("div", $"margin:0 0 16px;padding:0 0 16px;border-bottom:1px solid {Line}", html.ToString());
        return this;
    }

    /// <summary>What stands below, in smaller letters: a text, or a link with its label.</summary>
    public MailLayout Small(string text, string? address = null)
    {
        _text.Append(Clean(text)).Append(address is null ? "\n\n" : $"\n{address}\n\n");
        Tag(
            "p",
            $"margin:0 0 10px;font-size:15px;color:{Quiet}",
            address is null ? Said(text) : $"<a href=\"{Encoder.Encode(address)}\" style=\"color:{Teal}\">{Said(text)}</a>"
        );
        return this;
    }

    public MailLayout Rule()
    {
        _text.Append("-- \n");
        _html.Append(CultureInfo.InvariantCulture, $"<hr style=\"margin:24px 0;border:0;border-top:1px solid {Line}\">");
        return this;
    }

    public MailText Build(string subject) =>
        new(Clean(subject), $"{Clean(heading)}\n\n{_text.ToString().TrimEnd('\n')}\n\n{name}\n")
        {
            Html = string.Create(
                CultureInfo.InvariantCulture,
                $"""
                <!DOCTYPE html>
                <html lang="{Site.Language}">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>{Said(subject)}</title>
                </head>
                <body style="margin:0;padding:24px 16px;background:{Paper};color:{Ink};font:17px/1.5 {Face}">
                <main style="max-width:600px;margin:0 auto">
                <p style="margin:0 0 16px;font-weight:700;color:{Teal}">{Said(name)}</p>
                <h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">{Said(heading)}</h1>
                {_html}
                </main>
                </body>
                </html>
                """
            ),
        };

    private static string Said(string text) => Encoder.Encode(Clean(text));

    /// <summary>One line: what comes from a source may not begin another, in a header least of all.</summary>
    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private void Tag(string tag, string style, string html) =>
        _html.Append(CultureInfo.InvariantCulture, $"<{tag} style=\"{style}\">{html}</{tag}>\n");
}
