using System.Globalization;
using System.Text;
using CareerPortal.Benchmarks.Exchange;

namespace CareerPortal.Benchmarks.Offers;

/// <summary>
/// Imports files of so many megabytes by the command line in which nearly every record is meant to harm: HTML in titles, script addresses, fields of
/// ten megabytes, wrong types, the same identifier again, the year 9999, entities in entities. Fails where one is not read to its end or the most
/// memory the process held passes 500 MB.
/// </summary>
internal static class HostileFeedRun
{
    private const int MostMegabytes = 500;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var megabytes = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1024;
        var data = Directory.CreateTempSubdirectory("portal-hostile-feed");
        var isGood = true;
        try
        {
            await CommandRun.MeasureAsync(data.FullName, "database", "migrate");
            Console.WriteLine("| file | MB | seconds | most memory, MB | report |");
            Console.WriteLine("|---|---|---|---|---|");
            foreach (var form in new[] { "json", "xml", "csv" })
            {
                var file = Path.Combine(data.FullName, "feed." + form);
                Write(file, form, megabytes * 1024L * 1024);
                var (seconds, most, said, exit) = await CommandRun.MeasureAsync(data.FullName, "offers", "import", file, "--source", "hostile");
                var report = said.Split('\n').LastOrDefault(l => l.Contains(" rejected", StringComparison.Ordinal)) ?? said;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {form} | {megabytes} | {seconds:0} | {most} | {report} |"));
                isGood &= exit == 0 && most < MostMegabytes;
                File.Delete(file);
            }
        }
        finally
        {
            data.Delete(recursive: true);
        }

        return isGood ? 0 : 1;
    }

    private static void Write(string file, string form, long bytes)
    {
        using var stream = File.Create(file);
        using var text = new StreamWriter(stream, new UTF8Encoding(false));
        var huge = new string('x', 10_000_000);
        text.Write(
            form switch
            {
                "json" => "[",
                "xml" => "<jobs>",
                _ => "identifiant,titre,redirection,date,description\n",
            }
        );
        for (var n = 0; stream.Position < bytes; n++)
        {
            var (id, title, url, date) = (n % 4) switch
            {
                0 => ($"{n}", "<img src=x onerror=alert(1)>Boulanger &amp;amp;lt;b&amp;amp;gt;", "https://exemple.be/1", "2026-11-01"),
                1 => ($"{n}", "Maçon", "javascript:alert(1)", "2026-11-01"),
                2 => ($"{n - 2}", "Deux fois", "https://exemple.be/2", "2026-11-01"),
                _ => ($"{n}", "Toujours", "https://exemple.be/3", "9999-12-31"),
            };
            var words = n % 50 == 49 ? huge : new string('y', 2000);
            text.Write(
                form switch
                {
                    "json" => $$"""{{(n > 0 ? "," : "")}}{"@type":"JobPosting","identifier":{{(n % 7 == 6 ? "{\"value\":[1]}" : $"\"{id}\"")}},"""
                        + $$""" "title":"{{title}}","url":"{{url}}","datePosted":"{{date}}","description":"{{words}}"}"""
                        + "\n",
                    "xml" => $"<job><guid>{id}</guid><title><![CDATA[{title}]]></title><url>{url}</url>"
                        + $"<date_updated>{date}</date_updated><description>{words}</description></job>\n",
                    _ => $"{id},\"{title}\",{url},{date},\"{words}\"\n",
                }
            );
        }

        text.Write(
            form switch
            {
                "json" => "]",
                "xml" => "</jobs>",
                _ => "",
            }
        );
    }
}
