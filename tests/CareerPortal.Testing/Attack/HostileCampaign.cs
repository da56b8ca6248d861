using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CareerPortal.Testing.Attack;

/// <summary>
/// Sends what no visitor sends to everything that the site answers at: odd text, sizes, headers, case, repeated keys and
/// methods, all from one seed. Nothing may fail, nothing may come back as it was sent, and no page that all share may change.
/// </summary>
public sealed partial class HostileCampaign
{
    private const int InputsPerQuiz = 100;

    private static readonly string[] Methods =
    [
        "GET",
        "GET",
        "GET",
        "GET",
        "GET",
        "GET",
        "HEAD",
        "POST",
        "POST",
        "POST",
        "PUT",
        "DELETE",
        "OPTIONS",
        "TRACE",
        "PATCH",
        "FOO",
        "get",
        "CONNECT",
    ];
    private static readonly string[] Hosts = ["", ":", "a:b", "[::1", "visitor.example", "a..b", "localhost:99999", "xn--a", "a@b", "\u00E9"];
    private static readonly string[] Encodings = ["br", "gzip", "br;q=0, *", "identity", "*", "br, gzip;q=x", "", "deflate"];
    private static readonly string[] ContentTypes =
    [
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=utf-7",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "application/json",
        "x",
    ];
    private static readonly string[] Handlers = ["start", "answer", "resume", "delete", "START", ""];
    private static readonly string[] Languages = ["", "", "/nl", "/de", "/en", "/fr", "/NL", "/fr/fr", "/xx"];

    private readonly Uri _server;
    private readonly PublicRoutes _routes;
    private readonly IReadOnlyList<string> _known;
    private readonly Random _random;
    private readonly HostileText _text;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<int, int> _statuses = [];
    private readonly List<string> _faults = [];
    private string _code = "";
    private string _token = "";
    private string _cookie = "";

    /// <param name="server">Where the site listens.</param>
    /// <param name="routes">What it answers at.</param>
    /// <param name="known">Paths that exist, so that not everything ends as not found.</param>
    /// <param name="seed">What the inputs follow from.</param>
    /// <param name="cancellation">Ends the campaign early.</param>
    public HostileCampaign(Uri server, PublicRoutes routes, IReadOnlyList<string> known, int seed, CancellationToken cancellation)
    {
        (_server, _routes, _known, _cancellation) = (server, routes, known, cancellation);
        _random = new Random(seed);
        _text = new HostileText(_random);
    }

    /// <summary>What must not have happened, each with the input that did it.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>How often each status came; 0 where the connection was closed without an answer.</summary>
    public IReadOnlyDictionary<int, int> Statuses => _statuses;

    public async Task RunAsync(int inputs)
    {
        for (var input = 0; input < inputs; input++)
        {
            if (input % InputsPerQuiz == 0)
            {
                await StartQuizAsync();
            }

            await SendAsync();
        }
    }

    /// <summary>
    /// The pages that all share, as a server shows them; two servers with the same content must show the same, whatever was sent to one before.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadPagesAsync(
        Uri server,
        IEnumerable<string> paths,
        CancellationToken cancellation
    )
    {
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            foreach (var encoding in new[] { "br", "gzip", "identity" })
            {
                var answer = await RawHttp.SendAsync(
                    server,
                    $"GET {path} HTTP/1.1\nHost: localhost\nAccept-Encoding: {encoding}",
                    cancellation: cancellation
                );
                pages[$"{path} ({encoding})"] = $"{answer?.Status} {answer?.Header("Content-Language")} {Steady(answer?.Text ?? "")}";
            }
        }

        return pages;
    }

    /// <summary>A page without what is sealed anew each time it is made, and without the moment at which its store was filled.</summary>
    public static string Steady(string page) => ComponentState().Replace(page, "");

    /// <summary>Where two pages part, with a little of each.</summary>
    public static string Difference(string one, string other)
    {
        var at = one.AsSpan().CommonPrefixLength(other);
        return $"at {at} of {one.Length} and {other.Length}: « {Around(one, at)} » and « {Around(other, at)} »";

        static string Around(string text, int at) => text[Math.Max(0, at - 20)..Math.Min(text.Length, at + 60)];
    }

    /// <summary>Paths of the sitemap in the four languages.</summary>
    public static async Task<IReadOnlyList<string>> KnownPathsAsync(Uri server, CancellationToken cancellation)
    {
        var sitemap = await RawHttp.SendAsync(server, "GET /sitemap.xml HTTP/1.1\nHost: localhost", cancellation: cancellation);
        return [.. Location().Matches(sitemap!.Text).Select(m => new Uri(m.Groups[1].Value).AbsolutePath)];
    }

    private async Task StartQuizAsync()
    {
        var page = await RawHttp.SendAsync(_server, "GET /quiz/orientation HTTP/1.1\nHost: localhost", cancellation: _cancellation);
        _token = Token().Match(page!.Text).Groups[1].Value;
        _cookie = page.Header("Set-Cookie")?.Split(';')[0] ?? "";
        var body = Encoding.ASCII.GetBytes($"_handler=start&__RequestVerificationToken={Uri.EscapeDataString(_token)}");
        var started = await RawHttp.SendAsync(
            _server,
            $"POST /quiz/orientation HTTP/1.1\nHost: localhost\nCookie: {_cookie}\n"
                + $"Content-Type: application/x-www-form-urlencoded\nContent-Length: {body.Length}",
            body,
            _cancellation
        );
        _code = SessionCode().Match(started?.Header("Location") ?? "").Value;
        if (_code.Length == 0)
        {
            _faults.Add($"No quiz could be started: {started?.Status}");
        }
    }

    private async Task SendAsync()
    {
        var method = _text.Pick(Methods);
        var target = Target();
        var head = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"{method} {target} HTTP/1.{(_random.Next(20) == 0 ? 0 : 1)}\nHost: {(_random.Next(12) == 0 ? _text.Pick(Hosts) : "localhost")}\n"
        );
        Headers(head);
        var body = method is "POST" or "PUT" or "PATCH" || _random.Next(30) == 0 ? Body(head) : null;
        var answer = await RawHttp.SendAsync(_server, head.ToString(), body, _cancellation);
        var status = answer?.Status ?? 0;
        _statuses[status] = _statuses.GetValueOrDefault(status) + 1;
        Judge(answer, $"{method} {Short(target)}", body is not null);

        // A redirect within the site must lead to something that can be read too.
        if (answer?.Header("Location") is { } location)
        {
            if (
                !location.StartsWith('/')
                || location.StartsWith("//", StringComparison.Ordinal)
                || location.StartsWith("/\\", StringComparison.Ordinal)
            )
            {
                _faults.Add($"{method} {Short(target)} leads to {Short(location)}");
                return;
            }

            Judge(
                await RawHttp.SendAsync(_server, $"GET {location.Split('#')[0]} HTTP/1.1\nHost: localhost", cancellation: _cancellation),
                $"GET {Short(location)} after {method} {Short(target)}",
                hasBody: false
            );
        }
    }

    private void Judge(RawAnswer? answer, string input, bool hasBody)
    {
        if (answer is null)
        {
            // Whoever sends too much may be cut off before the answer is read; a plain request may not.
            if (!hasBody)
            {
                _faults.Add($"{input}: no answer");
            }

            return;
        }

        if (answer.Status >= 500)
        {
            _faults.Add($"{input}: {answer.Status}");
        }

        if (answer.Headers.Any(h => h.Name.StartsWith("zq", StringComparison.OrdinalIgnoreCase)))
        {
            _faults.Add($"{input}: a header of the visitor's own");
        }

        if (answer.Header("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            if (HostileText.IsReflected(answer.Text))
            {
                _faults.Add($"{input}: what was sent stands in the page as it came");
            }

            if (LinkElsewhere().IsMatch(answer.Text))
            {
                _faults.Add($"{input}: a link of the visitor's own to another site");
            }
        }
    }

    private string Target()
    {
        var path = _random.Next(3) == 0 ? _text.Pick(_known) : _text.Pick(Languages) + Filled(_text.Pick(_routes.Patterns));
        path = _random.Next(6) == 0 ? _text.Recased(path) : path;
        path = _random.Next(12) == 0 ? path + _text.Pick(["/", "//", "/.", "/..%2f", "%20", ";a=b", "//elsewhere.example", "%00", "\\"]) : path;
        path = _random.Next(30) == 0 ? "//elsewhere.example" + path : path;
        if (_random.Next(3) == 0)
        {
            return path;
        }

        var pairs = new List<string>();
        for (var left = _random.Next(1, 6); left > 0; left--)
        {
            var key = _random.Next(8) == 0 ? _text.Next() : _text.Recased(_text.Pick(_routes.QueryKeys));
            pairs.Add($"{key}={_text.Next()}");
            if (_random.Next(4) == 0)
            {
                pairs.Add($"{_text.Recased(key)}={_text.Next()}");
            }
        }

        return $"{path}?{string.Join('&', pairs)}".Replace(" ", "%20", StringComparison.Ordinal);
    }

    private string Filled(string pattern) =>
        Parameter()
            .Replace(
                pattern,
                p =>
                    p.Value.StartsWith("{Code", StringComparison.OrdinalIgnoreCase) && _random.Next(2) == 0
                        ? _code
                        : _text.Next().Replace("#", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal)
            )
            .Replace(" ", "%20", StringComparison.Ordinal);

    private void Headers(StringBuilder head)
    {
        head.Append(CultureInfo.InvariantCulture, $"Accept-Encoding: {_text.Pick(Encodings)}\n");
        for (var left = _random.Next(4); left > 0; left--)
        {
            var value = OneLine(_text.Next());
            head.Append(
                _random.Next(13) switch
                {
                    0 => $"Accept-Language: {value}\n",
                    1 => $"If-None-Match: {value}\n",
                    2 => $"Range: bytes={_random.Next(-5, 50)}-{value}\n",
                    3 => $"Origin: http://elsewhere.example\nSec-Fetch-Site: cross-site\n",
                    4 => $"X-Forwarded-For: {value}\nX-Forwarded-Proto: {value}\nX-Forwarded-Host: elsewhere.example\n",
                    5 => $"Referer: http://elsewhere.example/{value}\n",
                    6 => $"User-Agent: {new string('u', _random.Next(1, 9_000))}\n",
                    7 => $"Accept: {value}\n",
                    8 => "blazor-enhanced-nav: on\nAccept: text/html; blazor-enhanced-nav=on\n",
                    9 => "Connection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n",
                    10 => $"X-HTTP-Method-Override: DELETE\nX-Original-URL: /{value}\n",
                    11 => $"If-Modified-Since: {value}\nCache-Control: {value}\n",
                    _ => $"X-{new string('h', _random.Next(1, 200))}: {value}\n",
                }
            );
        }

        head.Append(
            _random.Next(3) switch
            {
                0 => $"Cookie: {_cookie}\n",
                1 => $"Cookie: {OneLine(_text.Next())}={OneLine(_text.Next())}; "
                    + $".AspNetCore.Antiforgery.x={OneLine(_text.Next())}; passage={OneLine(_text.Next())}\n",
                _ => "",
            }
        );
    }

    private byte[] Body(StringBuilder head)
    {
        var fields = new List<string> { $"_handler={(_random.Next(8) == 0 ? _text.Next() : _text.Pick(Handlers))}" };
        if (_random.Next(4) != 0)
        {
            // With a token that holds, the form reaches those who read it.
            fields.Add($"__RequestVerificationToken={Uri.EscapeDataString(_token)}");
            head.Append(CultureInfo.InvariantCulture, $"Cookie: {_cookie}\n");
        }

        foreach (var field in _routes.FormFields.Where(_ => _random.Next(3) != 0))
        {
            fields.Add($"{(_random.Next(8) == 0 ? _text.Recased(field) : field)}={_text.Next()}");
        }

        for (var left = _random.Next(20) == 0 ? 2_000 : _random.Next(3); left > 0; left--)
        {
            fields.Add($"a{left}=b");
        }

        var body = Encoding.UTF8.GetBytes(string.Join('&', fields) + (_random.Next(15) == 0 ? "&x=" + new string('x', _random.Next(100_000)) : ""));
        head.Append(CultureInfo.InvariantCulture, $"Content-Type: {_text.Pick(ContentTypes)}\n");
        switch (_random.Next(10))
        {
            case 0:
                head.Append("Transfer-Encoding: chunked\n");
                return [.. Encoding.ASCII.GetBytes(body.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), .. body, .. "\r\n0\r\n\r\n"u8];
            case 1:
                head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\nContent-Encoding: gzip\n");
                return body;
            default:
                head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\n");
                return body;
        }
    }

    private static string OneLine(string value) => value.Replace('\n', ' ').Replace('\r', ' ').Replace('\0', ' ');

    private static string Short(string text) => text.Length > 300 ? text[..300] + "…" : text;

    [GeneratedRegex("<loc>([^<]+)</loc>")]
    private static partial Regex Location();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("(?<=/quiz/session/)[0-9A-Z-]{19}")]
    private static partial Regex SessionCode();

    [GeneratedRegex("<!--Blazor-[A-Za-z]+-Component-State:[^>]*-->|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z")]
    private static partial Regex ComponentState();

    [GeneratedRegex("\\{[^}]+\\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("(href|src|action)=\"([/\\\\]{2}|https?://)elsewhere", RegexOptions.IgnoreCase)]
    private static partial Regex LinkElsewhere();
}
