using System.CommandLine;
using System.Security.Cryptography;
using CareerPortal.Catalogue;
using CareerPortal.Cli.Shell;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli.Tests;

public sealed class CatalogueImportCommandTests : IDisposable
{
    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(_store.Folder, "tables");

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Import_WholeFolder_HoldsWhatTheTablesTell()
    {
        var run = await ImportAsync(new SmallTables());

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Contains("occupations: 2 added, 0 revised, 0 gone, 0 unchanged", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 held back for what they say of France", run.Output, StringComparison.Ordinal);
        await using var context = _store.CreateDbContext();
        var driver = await context.CatalogueOccupations.SingleAsync(o => o.Code == "A1101", Cancellation);
        Assert.Equal("conductrice d'engins agricoles", driver.Facts.Feminine);
        Assert.Equal(["A1201"], driver.Facts.Neighbours);
        Assert.Equal(["300490"], driver.Facts.SoftSkills);
        Assert.Equal(["126450"], driver.Facts.Contexts);
        Assert.Contains(driver.Facts.ForeignNames, n => n is { Language: "nl", Text: "tractorbestuurder" });
        Assert.Contains(driver.Facts.Crossings, c => c is { Scheme: "onet-soc-2019", Code: "45-2091.00" });
        Assert.Equal(3.5, driver.Facts.Holland?.Realistic);
        Assert.Equal(7, await context.CatalogueSources.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Import_SecondTime_ChangesNothing()
    {
        await ImportAsync(new SmallTables());

        var run = await ImportAsync(new SmallTables());

        Assert.Equal(0, run.Exit);
        Assert.Contains("occupations: 0 added, 0 revised, 0 gone, 2 unchanged", run.Output, StringComparison.Ordinal);
        Assert.Contains("sources: 0 added, 0 revised, 0 gone, 7 unchanged", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_DryRun_TellsAndStoresNothing()
    {
        var run = await ImportAsync(new SmallTables(), "--dry-run");

        await using var context = _store.CreateDbContext();
        Assert.Equal(0, run.Exit);
        Assert.Contains("+ A1201 bûcheron", run.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was stored", run.Output, StringComparison.Ordinal);
        Assert.False(await context.CatalogueOccupations.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task Import_Replacements_LeadFromTheOldCode()
    {
        await ImportAsync(new SmallTables());
        var next = OfDriversAlone().With("replacements.csv", "code,replaced_by", "A1201,A1101");

        var run = await ImportAsync(next);

        await using var context = _store.CreateDbContext();
        var gone = await context.CatalogueCodes.SingleAsync(Cancellation);
        Assert.Equal(0, run.Exit);
        Assert.Contains("- A1201 bûcheron → A1101", run.Output, StringComparison.Ordinal);
        Assert.Equal(("A1201", "A1101", "bucheron"), (gone.Code, gone.ReplacedBy, gone.Slug));
    }

    [Theory]
    [InlineData("A1101,A1201", "line 2, column code")]
    [InlineData("A9999,A9998", "line 2, column replaced_by")]
    public async Task Import_ReplacementThatLeadsAstray_IsRefused(string row, string place)
    {
        var run = await ImportAsync(new SmallTables().With("replacements.csv", "code,replaced_by", row));

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains($"replacements.csv, {place}", run.Error, StringComparison.Ordinal);
    }

    /// <summary>A table, the line that is written into it, its text, and the place that the message must name.</summary>
    public static TheoryData<string, int, string, string> BrokenRows() =>
        new()
        {
            // Codes that lead nowhere.
            { SmallTables.Mobility, 2, "A1101,A9999,1", "line 2, column code_rome_cible" },
            { SmallTables.Mobility, 2, "A9999,A1101,1", "line 2, column code_rome" },
            { SmallTables.Domains, 3, "A9999,A,Agriculture,A12,Espaces naturels", "line 3, column code_rome" },
            { SmallTables.Facts, 3, "A1101,999999", "line 3, column code_ogr" },
            { SmallTables.Names, 4, "11987,Chauffeur / Chauffeuse,Z0000,N", "line 4, column code_rome" },
            { SmallTables.EscoNames, 3, "http://data.europa.eu/esco/occupation/zzz,6,skos:exactMatch", "line 3, column classification 1 ID" },
            { SmallTables.Competent, 3, "zzz,x,skos:exactMatch,c1,x,x", "line 3, column Classification 1 URI" },
            { SmallTables.Crosswalk, 2, "45-2091.00,2,http://data.europa.eu/esco/occupation/zzz", "line 2, column concept_uri" },
            { SmallTables.OnetInterests, 3, "99-9999.00\tRealistic\tOI\t3.5", "line 3, column O*NET-SOC Code" },
            { SmallTables.OnetStyles, 3, "99-9999.00\tInnovation\tWI\t1", "line 3, column O*NET-SOC Code" },
            // Rows that stand twice.
            { SmallTables.Occupations, 4, "A1201,8,Autre,A1201", "line 4, column code_rome" },
            { SmallTables.Domains, 4, "A1201,A,Agriculture,A12,Espaces naturels", "line 4, column code_rome" },
            { SmallTables.Riasec, 4, "A1201,S,", "line 4, column code_rome" },
            { SmallTables.Names, 5, "11987,Autre / Autre,A1201,N", "line 5, column code_ogr" },
            { SmallTables.Items, 4, "300490,Autre,2", "line 4, column code_ogr" },
            { SmallTables.Contexts, 3, "126450,Autre,Horaires", "line 3, column code_ogr" },
            { SmallTables.Facts, 5, "A1101,126450", "line 5, column code_ogr" },
            { SmallTables.Interests, 3, "1,J'ai envie de créer,A1101,non", "line 3, column code_centre_interet" },
            { SmallTables.Mobility, 3, "A1101,A1201,2", "line 3, column code_rome_cible" },
            { SmallTables.Texts, 4, "A1101,definition,1,Encore.", "line 4, column position_phrase" },
            { SmallTables.Esco, 4, "http://data.europa.eu/esco/occupation/aaa,8341,x,", "line 5, column conceptUri" },
            { SmallTables.OnetTitles, 4, "45-4021.00\tFallers", "line 4, column O*NET-SOC Code" },
            { SmallTables.OnetInterests, 8, "45-2091.00\tSocial\tOI\t2", "line 8, column Element Name" },
            { SmallTables.OnetStyles, 4, "45-4021.00\tInnovation\tWI\t1", "line 4, column Element Name" },
            { SmallTables.Municipalities, 3, "92094,Namur,Namen,Namur,Région wallonne,5000", "line 3, column NIS_code" },
            { SmallTables.Nace, 3, "A;Agriculture", "line 3, column CODE" },
            // Values that are none.
            { SmallTables.Riasec, 3, "A1201,X,", "line 3, column riasec_majeur" },
            { SmallTables.Riasec, 3, "A1201,RI,S", "line 3, column riasec_majeur" },
            { SmallTables.Mobility, 2, "A1101,A1201,deux", "line 2, column numero_ordre" },
            { SmallTables.Mobility, 2, "A1101,A1201,1.5", "line 2, column numero_ordre" },
            { SmallTables.Mobility, 2, "A1101,A1201,1e30", "line 2, column numero_ordre" },
            { SmallTables.Texts, 2, "A1101,definition,un,Conduit.", "line 2, column position_phrase" },
            { SmallTables.Texts, 2, "A1101,roman,1,Conduit.", "line 2, column libelle_type_texte" },
            { SmallTables.OnetInterests, 3, "45-2091.00\tInvestigative\tOI\t9", "line 3, column Data Value" },
            { SmallTables.OnetInterests, 3, "45-2091.00\t\tOI\t3", "line 3, column Element Name" },
            { SmallTables.OnetInterests, 3, "45-2091.00\tWeather\tOI\t3", "line 3, column Element Name" },
            { SmallTables.OnetStyles, 2, "45-2091.00\tInnovation\tWI\tNaN", "line 2, column Data Value" },
            { SmallTables.Crosswalk, 2, "45-2091.00,sure,http://data.europa.eu/esco/occupation/aaa", "line 2, column confidence" },
            { SmallTables.EscoNames, 3, "http://data.europa.eu/esco/occupation/aaa,6,skos:perhaps", "line 3, column mapping relation" },
            { SmallTables.Localities, 2, "510,Jambes,4.87,50.45", "line 2, column postcode" },
            { SmallTables.Localities, 2, "5100,Jambes,487,50.45", "line 2, column longitude" },
            { SmallTables.Occupations, 3, "../../A,7,Bûcheron,A1201", "line 3, column code_rome" },
            { SmallTables.Occupations, 3, "A1201,7,,A1201", "line 3, column libelle_rome" },
            // Rows of another shape.
            { SmallTables.Occupations, 3, "A1201,7,Bûcheron", "line 3: 3 cells" },
            { SmallTables.Occupations, 3, "A1201,7,\"Bûcheron,A1201", "line 3: a quote is not closed" },
            { SmallTables.Occupations, 1, "code_rome,code_ogr,libelle,code_rome_parent", "line 1, column libelle_rome: the column is missing" },
            { SmallTables.Occupations, 1, "code_rome,code_rome,libelle_rome,code_rome_parent", "line 1, column code_rome: the column stands twice" },
            { SmallTables.OnetTitles, 1, "Code\tTitle", "line 1, column O*NET-SOC Code: the column is missing" },
        };

    [Theory]
    [MemberData(nameof(BrokenRows))]
    public async Task Import_BrokenRow_NamesFileAndLineAndStoresNothing(string table, int line, string text, string place)
    {
        await ImportAsync(new SmallTables());
        var before = await HashAsync();

        var run = await ImportAsync(new SmallTables().With(table, line, text));

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains($"{Path.Combine(Folder, table)}, {place}", run.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was stored", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, await HashAsync());
    }

    public static TheoryData<string> Needed() =>
        [
            SmallTables.Occupations,
            SmallTables.Domains,
            SmallTables.Mobility,
            SmallTables.Texts,
            SmallTables.Esco,
            SmallTables.Groups,
            SmallTables.OnetStyles,
            SmallTables.Crosswalk,
            SmallTables.Localities,
            SmallTables.Nace,
        ];

    [Theory]
    [MemberData(nameof(Needed))]
    public async Task Import_MissingTable_IsNamed(string table)
    {
        await ImportAsync(new SmallTables());
        var before = await HashAsync();

        var run = await ImportAsync(new SmallTables().Without(table));

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains(table == SmallTables.Occupations ? Folder : Path.GetFileName(table), run.Error, StringComparison.Ordinal);
        Assert.Equal(before, await HashAsync());
    }

    [Fact]
    public async Task Import_TableInLatin1_IsNamed()
    {
        var run = await ImportAsync(new SmallTables().InLatin(SmallTables.Occupations));

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Matches("unix_referentiel_code_rome_v7_utf8.csv: on line [0-9]+ or later, the file is not UTF-8", run.Error);
    }

    [Fact]
    public async Task Import_LineWithoutEnd_IsGivenUpEarly()
    {
        var run = await ImportAsync(new SmallTables().With(SmallTables.Texts, 3, new string('x', 5_000_000)));

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains("unix_texte_v7_utf8.csv, line 3: the line is longer than", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_RowOfManyQuotedLines_IsGivenUpEarly()
    {
        var run = await ImportAsync(new SmallTables().With(SmallTables.Esco, 3, "\"" + string.Join("\",\"", Enumerable.Repeat("x\ny", 400_000))));

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains("v1.0_occupations_fr.csv, line 4: the row is longer than", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_TwoEditionsInOneFolder_AreNamed()
    {
        var run = await ImportAsync(new SmallTables().WithSecondEdition());

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains(
            "unix_referentiel_code_rome_v8_utf8.csv: the folder holds several editions of ROME: 7, 8",
            run.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Import_OccupationWithHalfItsInterests_IsNamed()
    {
        var run = await ImportAsync(new SmallTables().With(SmallTables.OnetInterests, 3, "45-2091.00\tInvestigative\tXX\t3"));

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains("Interests.txt: the occupation 45-2091.00 has not all of the six interests", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WordThatATerminalWouldObey_IsShownAsText()
    {
        var run = await ImportAsync(new SmallTables().With(SmallTables.Occupations, 3, "A1201,7,B\u001b[31mcheron,A1201"));

        Assert.Equal(0, run.Exit);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task Shortages_Table_TellsWhatWasMatchedAndWhatWasNot()
    {
        await ImportAsync(new SmallTables());
        var table = await WriteShortagesAsync("region\tgroup\toccupation", "wallonie\tListe\tBûcheron / Bûcheronne", "wallonie\tListe\tAstronaute");

        var run = await RunAsync("catalogue", "shortages", table, "--dated", "2026-03-31");

        await using var context = _store.CreateDbContext();
        var listed = await context.ShortageListings.SingleAsync(s => s.OccupationCode == "A1201", Cancellation);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Contains("wallonie (WorkPermit, 2026-03-31): 2 lines, 1 by name, 0 near, 1 without", run.Output, StringComparison.Ordinal);
        Assert.Contains("  ? Astronaute", run.Output, StringComparison.Ordinal);
        Assert.Equal((ShortageKind.WorkPermit, new DateOnly(2026, 3, 31)), (listed.Kind, listed.Dated));
    }

    [Theory]
    [InlineData("provence\tListe\tPotier", "line 3, column region")]
    [InlineData("wallonie\tListe\tBûcheron", "line 3, column occupation")]
    [InlineData("wallonie\tListe\t", "line 3, column occupation")]
    [InlineData("wallonie\tListe", "line 3: 2 cells")]
    public async Task Shortages_BrokenRow_NamesFileAndLineAndStoresNothing(string row, string place)
    {
        var table = await WriteShortagesAsync("region\tgroup\toccupation", "wallonie\tListe\tBûcheron", row);

        var run = await RunAsync("catalogue", "shortages", table, "--dated", "2026-03-31");

        await using var context = _store.CreateDbContext();
        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains($"{table}, {place}", run.Error, StringComparison.Ordinal);
        Assert.False(await context.ShortageListings.AnyAsync(Cancellation));
    }

    [Theory]
    [InlineData]
    [InlineData("--dated", "31/03/2026")]
    public async Task Shortages_WithoutADay_AreRefused(params string[] options)
    {
        var table = await WriteShortagesAsync("region\tgroup\toccupation", "wallonie\tListe\tBûcheron");

        Assert.Equal(ExitCode.Faulty, (await RunAsync(["catalogue", "shortages", table, .. options])).Exit);
    }

    private async Task<string> WriteShortagesAsync(params string[] lines)
    {
        var path = Path.Combine(_store.Folder, "shortages.tsv");
        await File.WriteAllLinesAsync(path, lines, Cancellation);
        return path;
    }

    private static SmallTables OfDriversAlone() =>
        new SmallTables()
            .With(
                SmallTables.Occupations,
                "code_rome,code_ogr,libelle_rome,code_rome_parent",
                "A1101,6,Conducteur / Conductrice d'engins agricoles,A1101"
            )
            .With(
                SmallTables.Domains,
                "code_rome,code_grand_domaine,libelle_grand_domaine,code_domaine_professionel,libelle_domaine_professionel",
                "A1101,A,Agriculture,A11,Engins agricoles"
            )
            .With(SmallTables.Riasec, "code_rome,riasec_majeur,riasec_mineur", "A1101,R,")
            .With(SmallTables.Names, "code_ogr,libelle_appellation_long,code_rome,peu_usite", "6,Conducteur / Conductrice d'engins agricoles,A1101,N")
            .With(SmallTables.Facts, "code_rome,code_ogr", "A1101,300490")
            .With(SmallTables.Sectors, "code_sect_activite,libelle_sect_activite,code_rome", "110,Agriculture,A1101")
            .With(SmallTables.Mobility, "code_rome,code_rome_cible,numero_ordre", "A1101,A1101,1");

    private async Task<string> HashAsync()
    {
        await using var file = new FileStream(Path.Combine(_store.Folder, "portal.db"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Convert.ToHexString(await SHA256.HashDataAsync(file, Cancellation));
    }

    private Task<(int Exit, string Output, string Error)> ImportAsync(SmallTables tables, params string[] options) =>
        RunAsync(["catalogue", "import", tables.Write(Folder), .. options]);

    private async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var settings = new Dictionary<string, string?> { ["Database:DataFolder"] = _store.Folder };
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await PortalCommand.RunAsync(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build(),
            arguments,
            new InvocationConfiguration { Output = output, Error = error },
            Cancellation
        );
        return (exit, output.ToString(), error.ToString());
    }
}
