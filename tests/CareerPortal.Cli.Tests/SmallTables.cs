using System.Text;

namespace CareerPortal.Cli.Tests;

/// <summary>A tiny but whole folder of open data in the form of the great ones: two occupations and what belongs to them.</summary>
internal sealed class SmallTables
{
    public const string Occupations = "rome/unix_referentiel_code_rome_v7_utf8.csv";
    public const string Domains = "rome/unix_cr_gd_dp_v7_utf8.csv";
    public const string Riasec = "rome/unix_referentiel_code_rome_riasec_v7_utf8.csv";
    public const string Names = "rome/unix_referentiel_appellation_v7_utf8.csv";
    public const string Items = "rome/unix_item_v7_utf8.csv";
    public const string Contexts = "rome/unix_referentiel_contexte_travail_v7_utf8.csv";
    public const string Facts = "rome/unix_coherence_item_v7_utf8.csv";
    public const string Interests = "rome/unix_arborescence_centre_interet_v7_utf8.csv";
    public const string Sectors = "rome/unix_arborescence_secteur_activite_v7_utf8.csv";
    public const string Mobility = "rome/unix_rubrique_mobilite_v7_utf8.csv";
    public const string Texts = "rome/unix_texte_v7_utf8.csv";
    public const string Esco = "esco/v1.0_occupations_fr.csv";
    public const string Competent = "esco/BLM_competent_esco.csv";
    public const string EscoNames = "esco/FR_20230607_mapping_esco_rome.csv";
    public const string Groups = "crosswalks/rome_isco08_2.tsv";
    public const string Crosswalk = "crosswalks/esco_onet_crosswalk_Nov2020.csv";
    public const string OnetTitles = "onet/Occupation Data.txt";
    public const string OnetInterests = "onet/Interests.txt";
    public const string OnetStyles = "onet/Work Styles.txt";
    public const string Municipalities = "places/belgian_municipalities_2020.csv";
    public const string Localities = "places/zipcode-belgium.csv";
    public const string Nace = "nace/naf2008_liste_n1.csv";

    private const string EscoUri = "http://data.europa.eu/esco/occupation/";

    private readonly SortedDictionary<string, List<string>> _tables = new(StringComparer.Ordinal)
    {
        [Occupations] =
        [
            "code_rome,code_ogr,libelle_rome,code_rome_parent",
            "A1101,6,Conducteur / Conductrice d'engins agricoles,A1101",
            "A1201,7,Bûcheron / Bûcheronne,A1201",
        ],
        [Domains] =
        [
            "code_rome,code_grand_domaine,libelle_grand_domaine,code_domaine_professionel,libelle_domaine_professionel",
            "A1101,A,Agriculture,A11,Engins agricoles",
            "A1201,A,Agriculture,A12,Espaces naturels",
        ],
        [Riasec] = ["code_rome,riasec_majeur,riasec_mineur", "A1101,R,", "A1201,R,I"],
        [Names] =
        [
            "code_ogr,libelle_appellation_long,code_rome,peu_usite",
            "6,Conducteur / Conductrice d'engins agricoles,A1101,N",
            "7,Bûcheron / Bûcheronne,A1201,N",
            "11987,Chauffeur / Chauffeuse de machines agricoles,A1101,N",
        ],
        [Items] = ["code_ogr,libelle,code_rubrique", "100023,Abattre un arbre,1", "300490,Faire preuve d'autonomie,2"],
        [Contexts] = ["code_ogr,libelle_cont_travail,libelle_type_cont_trav", "126450,Travail posté,Horaires"],
        [Facts] = ["code_rome,code_ogr", "A1101,300490", "A1101,126450", "A1201,100023"],
        [Interests] = ["code_centre_interet,libelle_centre_interet,code_rome,principal", "1,J'ai envie de créer,A1101,oui"],
        [Sectors] = ["code_sect_activite,libelle_sect_activite,code_rome", "110,Agriculture,A1101", "110,Agriculture,A1201"],
        [Mobility] = ["code_rome,code_rome_cible,numero_ordre", "A1101,A1201,1"],
        [Texts] =
        [
            "code_rome,libelle_type_texte,position_phrase,libelle_texte",
            "A1101,definition,1,Conduit des engins.",
            "A1101,acces_metier,1,Accessible avec un CAP.",
        ],
        [Esco] =
        [
            "conceptUri,iscoGroup,preferredLabel,altLabels",
            $"{EscoUri}aaa,8341,conducteur d'engins/conductrice d'engins,\"tractoriste\nconducteur de tracteur\"",
            $"{EscoUri}bbb,6210,bûcheron/bûcheronne,",
        ],
        [Competent] =
        [
            "Mapping project name,ESCO,,,,",
            "Classification 1 URI,Classification 1 PrefLabel,Mapping relation,Classification 2 ID,Classification 2 PrefLabel FR,Classification 2 PrefLabel NL",
            "aaa,tractorbestuurder,skos:exactMatch,c1,Tractoriste (h/f/x),Tractorbestuurder (m/v/x)",
        ],
        [EscoNames] =
        [
            "Mapping project name,ESCO - ROME",
            "classification 1 ID,classification 2 ID,mapping relation",
            $"{EscoUri}aaa,6,skos:exactMatch",
        ],
        [Groups] = ["Code ROME\tLibellé codes ROME\tCode ISCO08", "A1101\tConduite d'engins\t8341", "A1201\tBûcheronnage\t6210"],
        [Crosswalk] = ["onet_code,confidence,concept_uri", $"45-2091.00,2,{EscoUri}aaa", $"45-4021.00,1,{EscoUri}bbb"],
        ["onet/scales.csv"] = ["Scale ID,Scale Name", "OI,Occupational Interests"],
        [OnetTitles] = ["O*NET-SOC Code\tTitle", "45-2091.00\tAgricultural Equipment Operators", "45-4021.00\tFallers"],
        [OnetInterests] =
        [
            "O*NET-SOC Code\tElement Name\tScale ID\tData Value",
            .. new[] { "Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional" }.Select(i => $"45-2091.00\t{i}\tOI\t3.5"),
        ],
        [OnetStyles] = ["O*NET-SOC Code\tElement Name\tScale ID\tData Value", "45-2091.00\tInnovation\tWI\t1.5", "45-4021.00\tInnovation\tWI\t-1.5"],
        [Municipalities] = ["NIS_code,municipality_FR,municipality_NL,province_FR,region_FR,zip", "92094,Namur,Namen,Namur,Région wallonne,5000"],
        [Localities] = ["5000,Namur,4.8719,50.4669", "5100,Jambes,4.8708,50.4569"],
        ["nace/nace_rev2_en.csv"] = ["Code,Description", "A,AGRICULTURE"],
        [Nace] = ["CODE;LIBELLE", "A;Agriculture"],
        ["nace/naf2008_liste_n2.csv"] = ["CODE;LIBELLE", "01;Culture"],
        ["nace/naf2008_liste_n3.csv"] = ["CODE;LIBELLE", "01.1;Cultures non permanentes"],
        ["nace/naf2008_liste_n4.csv"] = ["CODE;LIBELLE", "01.11;Céréales"],
    };

    private readonly HashSet<string> _latin = new(StringComparer.Ordinal);

    /// <summary>Writes a line, the first being 1, in place of what stands there or behind the last.</summary>
    public SmallTables With(string table, int line, string text)
    {
        var lines = _tables[table];
        if (line > lines.Count)
        {
            lines.Add(text);
        }
        else
        {
            lines[line - 1] = text;
        }

        return this;
    }

    public SmallTables With(string table, params string[] lines)
    {
        _tables[table] = [.. lines];
        return this;
    }

    public SmallTables Without(string table)
    {
        _tables.Remove(table);
        return this;
    }

    /// <summary>Writes a table as an old program would.</summary>
    public SmallTables InLatin(string table)
    {
        _latin.Add(table);
        return this;
    }

    /// <summary>The same tables under the name of another edition.</summary>
    public SmallTables WithSecondEdition()
    {
        foreach (var table in _tables.Keys.Where(t => t.Contains("_v7_", StringComparison.Ordinal)).ToList())
        {
            _tables[table.Replace("_v7_", "_v8_", StringComparison.Ordinal)] = _tables[table];
        }

        return this;
    }

    public int LinesOf(string table) => _tables[table].Count;

    public string Write(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var (table, lines) in _tables)
        {
            var path = Path.Combine(folder, table);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, string.Join('\n', lines) + "\n", _latin.Contains(table) ? Encoding.Latin1 : new UTF8Encoding(false));
        }

        return folder;
    }
}
