using CareerPortal.Catalogue;

namespace CareerPortal.Cli.Catalogue;

/// <summary>Where the facts are from, under which licence, and the words of attribution that each source asks for.</summary>
internal static class CatalogueSources
{
    private const string OpenLicence = "Licence Ouverte / Open Licence (Etalab)";
    private const string EscoLicence = "Décision 2011/833/UE de la Commission européenne";

    public static IReadOnlyList<ListedSource> Of(RomeTables rome, EscoTables esco, OnetTables onet, PlaceTables places, int nace) =>
        [
            new(
                "rome",
                "Répertoire opérationnel des métiers et des emplois (ROME 4.0)",
                rome.Edition,
                OpenLicence,
                "Source : France Travail, ROME 4.0",
                "https://www.data.gouv.fr/fr/datasets/repertoire-operationnel-des-metiers-et-des-emplois-rome/",
                rome.Rows
            ),
            new(
                "esco",
                "ESCO, classification européenne des aptitudes, compétences et métiers",
                "1.0",
                EscoLicence,
                "This service uses the ESCO classification of the European Commission.",
                "https://esco.ec.europa.eu/",
                esco.Rows
            ),
            new(
                "competent",
                "Correspondance Competent 2.0 – ESCO (VDAB, Actiris, Forem)",
                "3.8",
                EscoLicence,
                "Nalantis, ESCO – BE NOC ; This service uses the ESCO classification of the European Commission.",
                "https://esco.ec.europa.eu/",
                esco.CompetentRows
            ),
            new(
                "onet",
                "O*NET Database",
                "30.1",
                "CC BY 4.0",
                "O*NET 30.1 Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under CC BY 4.0. "
                    + "O*NET is a trademark of USDOL/ETA. Passerelle has combined its figures with other sources.",
                "https://www.onetcenter.org/license_db.html",
                onet.Rows
            ),
            new(
                "nace",
                "NACE Rév. 2 (NAF rév. 2, niveaux 1 à 4)",
                "2008",
                OpenLicence,
                "Source : INSEE ; Eurostat (RAMON) pour l’anglais",
                "https://www.insee.fr/fr/information/2406147",
                nace
            ),
            new(
                "communes",
                "Communes belges (REFNIS) et fusions du 1er janvier 2025",
                "2025",
                "CC BY 4.0 (Statbel)",
                "Source : Statbel (Direction générale Statistique)",
                "https://statbel.fgov.be/",
                places.Municipalities.Count
            ),
            new(
                "localites",
                "Codes postaux belges et coordonnées des localités",
                "2017",
                "ODbL 1.0",
                "© les contributeurs d’OpenStreetMap ; liste des codes postaux : bpost",
                "https://www.openstreetmap.org/copyright",
                places.Localities.Count
            ),
        ];
}
