using System.Text;
using CareerPortal.Data;
using CareerPortal.Offers;
using CareerPortal.Offers.Sources;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Offers.Sources;

public sealed class OfferFileTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAsync_HelloWork_TakesWhatItSays()
    {
        var (offers, rejected) = await ReadAsync(
            OfferFileFormat.JobXml,
            """
            <?xml version="1.0" encoding="utf-8"?>
            <root>
              <job>
                <job_id><![CDATA[680]]></job_id>
                <guid><![CDATA[1792883/10218731 X/94V]]></guid>
                <title><![CDATA[Équipier·ère <b>polyvalent·e</b> &amp;amp; caisse]]></title>
                <url><![CDATA[https://exemple.be/o?a=1&b=2]]></url>
                <description><![CDATA[<p>Accueillir&nbsp;les clients</p><ul><li>Servir</li></ul><script>alert(1)</script>]]></description>
                <profile><![CDATA[Rigueur]]></profile>
                <salary><![CDATA[710,00 - 1 823,50 EUR]]></salary>
                <salary_details>
                  <salary_max><amount><![CDATA[1823,50]]></amount><currencyCode><![CDATA[EUR]]></currencyCode></salary_max>
                  <salary_min><amount><![CDATA[710,00]]></amount><currencyCode><![CDATA[EUR]]></currencyCode></salary_min>
                  <period><![CDATA[MONTHLY]]></period>
                </salary_details>
                <city><![CDATA[NAMUR]]></city>
                <geoloc />
                <postal_code><![CDATA[5000]]></postal_code>
                <publication_date><![CDATA[2026-01-15 08:54:45]]></publication_date>
                <contract><![CDATA[CDI]]></contract>
                <experience><![CDATA[- 1 an]]></experience>
                <job_time><![CDATA[Full time]]></job_time>
                <company_title><![CDATA[Friterie & fils]]></company_title>
              </job>
            </root>
            """
        );

        var offer = Assert.Single(offers);
        var facts = offer.Facts;
        Assert.Empty(rejected);
        Assert.Equal("1792883/10218731 X/94V", offer.ExternalId);
        Assert.Equal("Équipier·ère polyvalent·e & caisse", facts.Title);
        Assert.Equal("Accueillir les clients\n\n- Servir\n\nRigueur", facts.Text);
        Assert.Equal(new OfferPay(71_000, 182_350, "EUR", OfferPayPeriod.Month), facts.Pay);
        Assert.Equal((ContractKind.Permanent, WorkRegime.FullTime, ExperienceNeed.UnderTwoYears), (facts.Contract, facts.Regime, facts.Experience));
        Assert.Equal(("Friterie & fils", "Namur", "https://exemple.be/o?a=1&b=2"), (facts.Employer, facts.Places[0].Municipality, facts.Url));
        Assert.Equal(new DateOnly(2026, 1, 15), facts.Published);
    }

    [Fact]
    public async Task ReadAsync_Jooble_TakesEmptyDatesAndPayWithoutPeriodForWhatTheyAre()
    {
        var (offers, rejected) = await ReadAsync(
            OfferFileFormat.JobXml,
            """
            <jobs>
              <job>
                <guid><![CDATA[-6366765753872521621]]></guid>
                <url><![CDATA[https://exemple.be/external/-63]]></url>
                <title><![CDATA[Responsable de marché]]></title>
                <region>
                  <country><![CDATA[BE]]></country>
                  <state><![CDATA[Arrondissement de Liège]]></state>
                  <city><![CDATA[Liège, Province de Liège]]></city>
                </region>
                <date_updated><![CDATA[2026-09-09 00:00:00]]></date_updated>
                <company><![CDATA[Truc]]></company>
                <date_expired><![CDATA[]]></date_expired>
                <salary><min><![CDATA[33000.000]]></min><max><![CDATA[37000.000]]></max><currency><![CDATA[EUR]]></currency><rate><![CDATA[]]></rate></salary>
                <description><![CDATA[<p> Un groupe</p>]]></description>
              </job>
            </jobs>
            """
        );

        var offer = Assert.Single(offers);
        Assert.Empty(rejected);
        Assert.Null(offer.Facts.Expires);
        Assert.Null(offer.Facts.Pay);
        Assert.Equal(("Liège", "Truc"), (offer.Facts.Places[0].Municipality, offer.Facts.Employer));
    }

    [Fact]
    public async Task ReadAsync_Rss_TakesHtmlAndEntitiesInEntitiesAsWords()
    {
        var (offers, rejected) = await ReadAsync(
            OfferFileFormat.Rss,
            """
            <?xml version="1.0" encoding="utf-8"?>
            <rss xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel><title>Flux</title>
              <item>
                <title><a href="/offre/x" hreflang="fr">Contrat d'apprentissage H/F</a></title>
                <link>https://exemple.be/offre/x</link>
                <description>&lt;p&gt;Au sein du service&amp;nbsp;:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;la veille&lt;/li&gt;&lt;/ul&gt;</description>
                <author>Centre de l&amp;#039;image</author>
                <guid isPermaLink="false">8760e23b</guid>
                <pubDate>2025-02-26T16:40:27+0100
            </pubDate>
                <dc:identifier>A-2025-159026</dc:identifier>
                <dc:coverage>NAMUR</dc:coverage>
              </item>
              <item>
                <title>Autre</title><guid>2</guid><pubDate>Wed, 26 Feb 2025 16:40:27 +0100</pubDate><link>javascript:alert(1)</link>
              </item>
            </channel></rss>
            """
        );

        var facts = Assert.Single(offers).Facts;
        Assert.Equal(("Contrat d'apprentissage H/F", "Centre de l'image", "A-2025-159026"), (facts.Title, facts.Employer, facts.Reference));
        Assert.Equal("Au sein du service :\n\n- la veille", facts.Text);
        Assert.Equal((new DateOnly(2025, 2, 26), "Namur"), (facts.Published, facts.Places[0].Municipality));
        var refused = Assert.Single(rejected);
        Assert.Equal((2, 14, "2"), (refused.Number, refused.Line, refused.ExternalId));
        Assert.Contains("none of the web", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_Csv_TakesLineBreaksInQuotesAndNamesBadRows()
    {
        var (offers, rejected) = await ReadAsync(
            OfferFileFormat.Csv,
            "\"redirection\",\"ville\",\"entreprise\",\"description\",\"titre\",\"identifiant\",\"code postal\",\"date\",\"salaire\"\r\n"
                + "\"https://exemple.be/1\",\"Namur\",\"Auchan\",\"Résumé\nALTERNANCE, \"\"Boucher\"\" ✨\n\nFin\","
                + "\"Boucher F/H\",\"299\",\"5000\",\"15/01/2026\",\"2 450,50 € par mois\"\r\n"
                + "\"x\",\"Namur\"\r\n"
                + ",,,,Sans numéro ni lien,,,,\r\n"
                + ",,,,Le dernier,300,,31/31/2026,"
        );

        var facts = Assert.Single(offers).Facts;
        Assert.Equal(("Boucher F/H", "Résumé\nALTERNANCE, \"Boucher\" ✨\n\nFin"), (facts.Title, facts.Text));
        Assert.Equal((new DateOnly(2026, 1, 15), "Namur"), (facts.Published, facts.Places[0].Municipality));
        Assert.Equal(new OfferPay(245_050, 245_050, "EUR", OfferPayPeriod.Month), facts.Pay);
        Assert.Equal([2, 3, 4], rejected.Select(r => r.Number));
        Assert.Equal([6, 7, 8], rejected.Select(r => r.Line!.Value));
        Assert.Equal(
            ["it has 2 cells, the header 9", "it has no identifier", "its day of publication is none: 31/31/2026"],
            rejected.Select(r => r.Reason)
        );
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("[{0}]")]
    [InlineData("""{{"@context":"https://schema.org","@graph":[{{"@type":"Organization","name":"x"}},{0}]}}""")]
    public async Task ReadAsync_JobPosting_TakesWhatItSays(string form)
    {
        const string Posting = """
            {"@context":"https://schema.org/","@type":"JobPosting","title":"Comptable (H/F/X)",
             "identifier":{"@type":"PropertyValue","name":"x","value":"C-12"},"datePosted":"2026-10-01","validThrough":"2026-12-31T23:59:00+01:00",
             "employmentType":["FULL_TIME","TEMPORARY"],"hiringOrganization":{"@type":"Organization","name":"Fiduciaire"},
             "jobLocation":[{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Jambes","postalCode":"5100","addressCountry":"BE"}}],
             "baseSalary":{"@type":"MonetaryAmount","currency":"EUR",
                           "value":{"@type":"QuantitativeValue","minValue":2900,"maxValue":3500.5,"unitText":"MONTH"}},
             "experienceRequirements":{"monthsOfExperience":36},"url":"https://exemple.be/c-12","description":"<p>Tenir les comptes</p>"}
            """;

        var (offers, rejected) = await ReadAsync(OfferFileFormat.Json, string.Format(null, form, Posting));

        var offer = Assert.Single(offers);
        Assert.Empty(rejected);
        Assert.Equal(("C-12", "Comptable (H/F/X)", "Fiduciaire"), (offer.ExternalId, offer.Facts.Title, offer.Facts.Employer));
        Assert.Equal((WorkRegime.FullTime, ContractKind.FixedTerm), (offer.Facts.Regime, offer.Facts.Contract));
        Assert.Equal(new OfferPay(290_000, 350_050, "EUR", OfferPayPeriod.Month), offer.Facts.Pay);
        Assert.Equal(("Namur", "Tenir les comptes"), (offer.Facts.Places[0].Municipality, offer.Facts.Text));
        Assert.Equal((new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31)), (offer.Facts.Published, offer.Facts.Expires));
        Assert.Equal(ExperienceNeed.TwoToFiveYears, offer.Facts.Experience);
    }

    [Theory]
    [InlineData("""<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><jobs><job><guid>1</guid><title>&a;</title></job></jobs>""")]
    [InlineData("""<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><jobs><job><guid>1</guid><title>&b;</title></job></jobs>""")]
    public async Task ReadAsync_DocumentType_IsRefused(string feed) =>
        await Assert.ThrowsAsync<FormatException>(() => ReadAsync(OfferFileFormat.JobXml, feed));

    [Fact]
    public async Task ReadAsync_HugeField_RejectsItsRecordAndReadsOn()
    {
        var feed = new StringBuilder("<jobs><job><guid>1</guid><title>x</title><description>").Append('x', 5_000_000).Append("</description></job>");
        feed.Append("<job><guid>2</guid><title>y</title></job></jobs>");

        var (offers, rejected) = await ReadAsync(OfferFileFormat.JobXml, feed.ToString());

        Assert.Equal("2", Assert.Single(offers).ExternalId);
        Assert.Contains("too long", Assert.Single(rejected).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"numerooffreforem\":1}]", OfferFileFormat.Json)]
    [InlineData("﻿<?xml version=\"1.0\"?><rss version=\"2.0\"/>", OfferFileFormat.Rss)]
    [InlineData("<jobs><job/></jobs>", OfferFileFormat.JobXml)]
    [InlineData("id;titre;ville\n1;x;y", OfferFileFormat.Csv)]
    [InlineData("<html><body/></html>", null)]
    [InlineData("PK\u0003\u0004", null)]
    [InlineData("", null)]
    public async Task RecogniseAsync_Start_TellsTheForm(string start, OfferFileFormat? format)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(start));

        Assert.Equal(format, await OfferFileReader.RecogniseAsync(file, Cancellation));
        Assert.Equal(0, file.Position);
    }

    [Fact]
    public async Task RunAsync_RehearsedThenTwice_TellsTheSameAndWritesOnce()
    {
        await using var board = await SyncedBoard.StartAsync(1);

        var rehearsed = await ImportAsync(board, Feed(1, 2, 3), isRehearsal: true);
        var openBefore = await board.CountAsync(OfferState.Open);
        var first = await ImportAsync(board, Feed(1, 2, 3));
        var second = await ImportAsync(board, Feed(1, 2, 3));

        Assert.Equal((3, 0), (rehearsed.Count.Added, openBefore));
        Assert.Equal(rehearsed, first);
        Assert.Equal(new WriteCount(0, 0, 3, 0), second.Count);
        Assert.Equal(3, await board.CountAsync(OfferState.Open));
    }

    [Fact]
    public async Task RunAsync_WholeFileBrokenOff_TakesItsRecordsAndClosesNothing()
    {
        await using var board = await SyncedBoard.StartAsync(1);
        await ImportAsync(board, Feed(1, 2, 3, 4));

        var report = await ImportAsync(board, Feed(1, 2, 3, 5)[..^20], isWhole: true);
        var whole = await ImportAsync(board, Feed(1, 2, 3), isWhole: true);

        Assert.NotNull(report.Problem);
        Assert.Equal(0, report.Closed);
        Assert.Equal((null, 1), (whole.Problem, whole.Closed));
        await using var context = board.Store.CreateDbContext();
        Assert.Equal(
            [OfferRunOutcome.Done, OfferRunOutcome.Incomplete, OfferRunOutcome.Done],
            await context.OfferRuns.OrderBy(r => r.Id).Select(r => r.Outcome).ToListAsync(Cancellation)
        );
    }

    [Theory]
    [InlineData("exemples")]
    [InlineData("Grande")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task RunAsync_KeyThatIsNone_IsRefused(string key)
    {
        await using var board = await SyncedBoard.StartAsync(1);

        await Assert.ThrowsAsync<ArgumentException>(() => ImportAsync(board, Feed(1), key: key));
    }

    private static string Feed(params int[] numbers) =>
        "<jobs>"
        + string.Concat(numbers.Select(n => $"<job><guid>{n}</guid><title>Poste {n}</title><date_updated>2026-11-01</date_updated></job>"))
        + "</jobs>";

    private static async Task<ImportReport> ImportAsync(
        SyncedBoard board,
        string feed,
        bool isRehearsal = false,
        bool isWhole = false,
        string key = "partenaire"
    )
    {
        var tables = new OfferTablesShelf(board.Store, new ContentMark(board.Store, board.Store.Time));
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(feed));
        return await new OfferImport(board.Writer, board.Runs, tables, board.Store.Time).RunAsync(
            file,
            OfferFileFormat.JobXml,
            new ImportOrder
            {
                Source = key,
                IsRehearsal = isRehearsal,
                IsWhole = isWhole,
            },
            _ => { },
            _ => { },
            Cancellation
        );
    }

    private static async Task<(List<SourceOffer> Offers, List<RejectedRecord> Rejected)> ReadAsync(OfferFileFormat format, string text)
    {
        var tables = new OfferTables(new BelgianPlaces(SyncedBoard.Towns(), SyncedBoard.Localities()), []);
        var reader = new OfferFileReader(tables, new UnknownLabels(), SyncedBoard.Today);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var (offers, rejected) = (new List<SourceOffer>(), new List<RejectedRecord>());
        await foreach (var record in reader.ReadAsync(file, format, Cancellation))
        {
            if (record.Offer is { } offer)
            {
                offers.Add(offer);
            }
            else
            {
                rejected.Add(record.Rejected!);
            }
        }

        return (offers, rejected);
    }
}
