using CareerPortal.Catalogue;
using CareerPortal.Cli.Files;
using CareerPortal.French;

namespace CareerPortal.Cli.Catalogue;

/// <summary>The tables of ROME 4.0 as its publisher exports them (CSV, UTF-8).</summary>
internal sealed class RomeTables
{
    private const string SoftSkillRubric = "2";
    private const string Yes = "oui";
    private const string Rare = "O";
    private const int MostLinks = 100_000;

    private RomeTables(string edition)
    {
        Edition = edition;
    }

    public string Edition { get; }

    public List<RomeOccupation> Occupations { get; } = [];

    public List<ListedTerm> Terms { get; } = [];

    public List<ListedText> Texts { get; } = [];

    public int Rows { get; private set; }

    /// <exception cref="InputException">A table is missing or broken; the message names file and line.</exception>
    public static RomeTables Read(TableFolder folder, InterestNames interestNames)
    {
        var rome = new RomeTables(folder.RomeEdition());
        string Table(string name) => folder.PathOf($"unix_{name}_v{rome.Edition}_utf8.csv");
        var byCode = rome.ReadOccupations(Table("referentiel_code_rome"));
        rome.ReadDomains(Table("cr_gd_dp"), byCode);
        rome.ReadRiasec(Table("referentiel_code_rome_riasec"), byCode);
        rome.ReadNames(Table("referentiel_appellation"), byCode);
        rome.ReadFacts(Table("item"), Table("referentiel_contexte_travail"), Table("coherence_item"), byCode);
        rome.ReadInterests(Table("arborescence_centre_interet"), byCode, interestNames);
        rome.ReadSectors(Table("arborescence_secteur_activite"), byCode);
        rome.ReadMobility(Table("rubrique_mobilite"), byCode);
        rome.ReadTexts(Table("texte"), byCode);
        return rome;
    }

    private Dictionary<string, RomeOccupation> ReadOccupations(string path)
    {
        var byCode = new Dictionary<string, RomeOccupation>(StringComparer.Ordinal);
        foreach (var (file, row) in RowsOf(path))
        {
            var code = Code(row, "code_rome", CatalogueOccupation.CodeMaxLength);
            var occupation = new RomeOccupation(code, TitleOf(row.Text("libelle_rome")), row.Text("code_ogr"))
            {
                Parent = Code(row, "code_rome_parent", CatalogueOccupation.CodeMaxLength),
            };
            if (!byCode.TryAdd(code, occupation))
            {
                throw row.Problem(file.Column("code_rome"), $"the code {code} stands twice.");
            }

            Occupations.Add(occupation);
        }

        Occupations.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
        return byCode;
    }

    private void ReadDomains(string path, Dictionary<string, RomeOccupation> byCode)
    {
        var seen = new HashSet<(TermKind, string)>();
        foreach (var (file, row) in RowsOf(path))
        {
            var field = row.Text("code_grand_domaine", CatalogueTerm.CodeMaxLength);
            var domain = row.Text("code_domaine_professionel", CatalogueTerm.CodeMaxLength);
            var occupation = Known(file, row, byCode);
            if (occupation.Domain.Length > 0)
            {
                throw Twice(file, row, "code_rome");
            }

            occupation.Domain = domain;
            if (seen.Add((TermKind.Field, field)))
            {
                Terms.Add(new ListedTerm(TermKind.Field, field, new LocalisedText(row.Text("libelle_grand_domaine"))));
            }

            if (seen.Add((TermKind.Domain, domain)))
            {
                Terms.Add(new ListedTerm(TermKind.Domain, domain, new LocalisedText(row.Text("libelle_domaine_professionel")), field));
            }
        }

        foreach (var lost in Occupations.Where(o => o.Domain.Length == 0))
        {
            throw new InputException(path, $"it has no row for the occupation {lost.Code}.");
        }
    }

    private void ReadRiasec(string path, Dictionary<string, RomeOccupation> byCode)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, row) in RowsOf(path))
        {
            int major = file.Column("riasec_majeur"),
                minor = file.Column("riasec_mineur");
            var letters = row[major] + row[minor];
            if (letters.Except("RIASEC").Any() || letters.Length > 2)
            {
                throw row.Problem(major, $"'{letters}' is not made of Holland's letters.");
            }

            Known(file, row, byCode).Riasec = seen.Add(row.Text("code_rome")) ? letters : throw Twice(file, row, "code_rome");
        }
    }

    private void ReadNames(string path, Dictionary<string, RomeOccupation> byCode)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, row) in RowsOf(path))
        {
            var occupation = Known(file, row, byCode);
            var number = row.Text("code_ogr");
            if (!numbers.Add(number))
            {
                throw row.Problem(file.Column("code_ogr"), $"the number {number} stands twice.");
            }

            occupation.NameCodes.Add(number);

            var title = TitleOf(row.Text("libelle_appellation_long"));
            if (number != occupation.NameCode && title != occupation.Title)
            {
                occupation.Names.Add(new CatalogueName(number, title.Masculine, title.Feminine, row[file.Column("peu_usite")] == Rare));
            }
        }
    }

    private void ReadFacts(string items, string contexts, string links, Dictionary<string, RomeOccupation> byCode)
    {
        var softSkills = new HashSet<string>(StringComparer.Ordinal);
        var others = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, row) in RowsOf(items))
        {
            var isSoft = row[file.Column("code_rubrique")] == SoftSkillRubric;
            var code = row.Text("code_ogr", CatalogueTerm.CodeMaxLength);
            if (!(isSoft ? softSkills : others).Add(code) || (isSoft ? others : softSkills).Contains(code))
            {
                throw Twice(file, row, "code_ogr");
            }

            if (isSoft)
            {
                Terms.Add(new ListedTerm(TermKind.SoftSkill, code, new LocalisedText(row.Text("libelle"))));
            }
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, row) in RowsOf(contexts))
        {
            var code = row.Text("code_ogr", CatalogueTerm.CodeMaxLength);
            if (!known.Add(code))
            {
                throw Twice(file, row, "code_ogr");
            }

            Terms.Add(
                new ListedTerm(
                    TermKind.Context,
                    code,
                    new LocalisedText(Sentence.Capitalise(row.Text("libelle_cont_travail"))),
                    row.Text("libelle_type_cont_trav", CatalogueTerm.GroupMaxLength)
                )
            );
        }

        var linked = new HashSet<(string, string)>();
        foreach (var (file, row) in RowsOf(links))
        {
            var code = row.Text("code_ogr");
            var occupation = Known(file, row, byCode);
            if (!linked.Add((occupation.Code, code)))
            {
                throw Twice(file, row, "code_ogr");
            }

            if (softSkills.Contains(code))
            {
                occupation.SoftSkills.Add(code);
            }
            else if (known.Contains(code))
            {
                occupation.Contexts.Add(code);
            }
            else if (!others.Contains(code))
            {
                throw row.Problem(file.Column("code_ogr"), $"the number {code} is in no table.");
            }
        }
    }

    private void ReadInterests(string path, Dictionary<string, RomeOccupation> byCode, InterestNames names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var linked = new HashSet<(string, string)>();
        foreach (var (file, row) in RowsOf(path))
        {
            var code = row.Text("code_centre_interet", CatalogueTerm.CodeMaxLength);
            var occupation = Known(file, row, byCode);
            if (!linked.Add((occupation.Code, code)))
            {
                throw Twice(file, row, "code_centre_interet");
            }

            if (row[file.Column("principal")] == Yes)
            {
                occupation.MainInterests.Add(code);
            }
            else
            {
                occupation.OtherInterests.Add(code);
            }

            if (seen.Add(code))
            {
                Terms.Add(new ListedTerm(TermKind.Interest, code, names.Find(code) ?? new LocalisedText(row.Text("libelle_centre_interet"))));
            }
        }
    }

    private void ReadSectors(string path, Dictionary<string, RomeOccupation> byCode)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, row) in RowsOf(path))
        {
            // A sector stands once for each part of it that the occupation works in.
            var code = row.Text("code_sect_activite", CatalogueTerm.CodeMaxLength);
            Known(file, row, byCode).Sectors.Add(code);
            if (seen.Add(code))
            {
                Terms.Add(new ListedTerm(TermKind.Sector, code, new LocalisedText(row.Text("libelle_sect_activite"))));
            }
        }
    }

    private void ReadMobility(string path, Dictionary<string, RomeOccupation> byCode)
    {
        var linked = new HashSet<(string, string)>();
        foreach (var (file, row) in RowsOf(path))
        {
            var target = row.Text("code_rome_cible");
            if (!byCode.ContainsKey(target))
            {
                throw row.Problem(file.Column("code_rome_cible"), $"there is no occupation {target}.");
            }

            var occupation = Known(file, row, byCode);
            if (!linked.Add((occupation.Code, target)))
            {
                throw Twice(file, row, "code_rome_cible");
            }

            occupation.Neighbours.Add((row.Whole("numero_ordre", 0, MostLinks), target));
        }
    }

    private void ReadTexts(string path, Dictionary<string, RomeOccupation> byCode)
    {
        var sentences = new Dictionary<(string, CatalogueTextKind), List<(double, string)>>();
        foreach (var (file, row) in RowsOf(path))
        {
            var occupation = Known(file, row, byCode);
            var kindColumn = file.Column("libelle_type_texte");
            var kind = row[kindColumn] switch
            {
                "definition" => CatalogueTextKind.Definition,
                "acces_metier" => CatalogueTextKind.Access,
                var other => throw row.Problem(kindColumn, $"'{other}' is no kind of text."),
            };

            // The export doubles every apostrophe.
            var text = row.Text("libelle_texte").Replace("''", "'", StringComparison.Ordinal);
            if (!sentences.TryGetValue((occupation.Code, kind), out var list))
            {
                sentences[(occupation.Code, kind)] = list = [];
            }

            var position = row.Number(file.Column("position_phrase"));
            if (list.Exists(sentence => sentence.Item1 == position))
            {
                throw Twice(file, row, "position_phrase");
            }

            list.Add((position, text));
            occupation.WithoutDiploma |= kind == CatalogueTextKind.Access && text.Contains("accessible sans diplôme", StringComparison.Ordinal);
        }

        Texts.AddRange(
            sentences
                .OrderBy(s => s.Key.Item1, StringComparer.Ordinal)
                .ThenBy(s => s.Key.Item2)
                .Select(s => new ListedText(s.Key.Item1, s.Key.Item2, string.Join('\n', s.Value.OrderBy(t => t.Item1).Select(t => t.Item2))))
        );
    }

    private IEnumerable<(CsvFile File, CsvRow Row)> RowsOf(string path)
    {
        using var file = CsvFile.Open(path);
        foreach (var row in file.Rows())
        {
            Rows++;
            yield return (file, row);
        }
    }

    private static string Code(CsvRow row, string column, int longest) =>
        row.Text(column) is var code && code.Length <= longest && code.All(char.IsAsciiLetterOrDigit)
            ? code
            : throw row.Problem(column, "is no code.");

    private static InputException Twice(CsvFile file, CsvRow row, string column) =>
        row.Problem(column, $"the row of {row[file.Column(column)]} stands twice.");

    private static RomeOccupation Known(CsvFile file, CsvRow row, Dictionary<string, RomeOccupation> byCode)
    {
        var code = row.Text("code_rome");
        return byCode.GetValueOrDefault(code) ?? throw row.Problem(file.Column("code_rome"), $"there is no occupation {code}.");
    }

    private static GenderedTitle TitleOf(string written) =>
        GenderedTitle.TryParse(written, out var title) ? title : new GenderedTitle(written, written);
}
