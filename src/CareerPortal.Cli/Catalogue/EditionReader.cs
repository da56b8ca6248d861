using CareerPortal.Catalogue;
using CareerPortal.Cli.Files;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Quiz.Requirements;

namespace CareerPortal.Cli.Catalogue;

/// <summary>Reads a folder of open data into an edition: ROME, and beside each of its occupations what other catalogues know of it.</summary>
internal sealed class EditionReader
{
    private const string Rome = "rome";
    private const string Isco = "isco-08";
    private const string Esco = "esco";
    private const string Onet = "onet-soc-2019";
    private const string Competent = "competent";
    private const string ByNames = "appellations";
    private const string ByGroup = "isco-08";
    private const string ByTable = "esco-onet";
    private const string ByMovedTable = "esco-onet, soc 2010-2019";

    /// <summary>Where only the group of ISCO leads to ESCO, the title nearest in words is taken, with little trust.</summary>
    private const double ByGroupConfidence = 0.3;

    /// <summary>ROME leads to ISCO by the occupation of ROME 3 that an occupation came from.</summary>
    private const double ByParentConfidence = 0.6;

    /// <summary>Names are taken over from counterparts that are at least so sure to be the same.</summary>
    private const double SameName = 0.8;
    private const double NearName = 0.6;
    private const double EnglishName = 0.4;

    private const int MostCounterparts = 4;
    private const int MostLevels = 10;

    private readonly RomeTables _rome;
    private readonly EscoTables _esco;
    private readonly OnetTables _onet;
    private readonly TableFolder _folder;
    private readonly QualityCatalogue _qualities;
    private readonly TitleNearness _nearness;

    private EditionReader(TableFolder folder, QualityCatalogue qualities)
    {
        _folder = folder;
        _qualities = qualities;
        _rome = RomeTables.Read(folder, InterestNames.Load());
        _esco = EscoTables.Read(folder);
        _onet = OnetTables.Read(folder, _esco);
        _nearness = new TitleNearness(_esco.Occupations.Values.SelectMany(o => o.OtherNames.Append(o.Title.Masculine)));
    }

    /// <exception cref="InputException">A table is missing or broken; the message names file and line.</exception>
    public static CatalogueEdition Read(DirectoryInfo folder, QualityCatalogue qualities) =>
        new EditionReader(TableFolder.At(folder), qualities).Read();

    private CatalogueEdition Read()
    {
        var places = PlaceTables.Read(_folder);
        var nace = NaceTable.Read(_folder);
        var parents = _rome.Occupations.Select(o => o.Parent).Distinct().Order(StringComparer.Ordinal).ToList();
        return new CatalogueEdition
        {
            Name = $"{Rome}-{_rome.Edition}",
            Occupations = [.. _rome.Occupations.Select(o => new ListedOccupation(o.Code, FactsOf(o)))],
            Terms =
            [
                .. _rome.Terms,
                .. parents.Select(p => new ListedTerm(TermKind.Family, p, new LocalisedText(_esco.ParentNames.GetValueOrDefault(p) ?? p))),
                .. nace,
            ],
            Replacements = ReadReplacements(),
            Municipalities = places.Municipalities,
            Localities = places.Localities,
            Texts = _rome.Texts,
            Sources = CatalogueSources.Of(_rome, _esco, _onet, places, nace.Count),
        };
    }

    private CatalogueFacts FactsOf(RomeOccupation occupation)
    {
        var isco = _esco.GroupsOfParent[occupation.Parent].Order(StringComparer.Ordinal).ToList();
        var esco = EscoOf(occupation, isco);
        var onet = OnetOf(occupation, esco, isco);
        List<(string Code, double Weight)> weighted = [.. onet.Select(o => (o.Code, o.Confidence))];
        return occupation.ToFacts() with
        {
            ForeignNames = NamesOf(esco, onet),
            Holland = _onet.InterestsOf(weighted),
            Levels = LevelsOf(occupation, weighted),
            Crossings =
            [
                .. isco.Select(code => new Crossing(Isco, code, "rome 3", Math.Round(ByParentConfidence / isco.Count, 2))),
                .. esco.Select(e => new Crossing(Esco, e.Esco.Id, e.Origin, e.Confidence)),
                .. CompetentOf(esco),
                .. onet,
            ],
        };
    }

    /// <summary>The occupations of ESCO that the names of this one lead to; where none does, the one of its groups nearest in words.</summary>
    private List<(EscoOccupation Esco, string Origin, double Confidence)> EscoOf(RomeOccupation occupation, List<string> isco)
    {
        var direct = occupation
            .NameCodes.SelectMany(number =>
                _esco.ByRomeName[number].Select(pair => (pair.Esco, pair.Confidence, IsTitle: number == occupation.NameCode))
            )
            .GroupBy(pair => pair.Esco)
            .Select(g => (Esco: g.Key, Confidence: g.Max(p => p.Confidence), Title: g.Any(p => p.IsTitle), Count: g.Count()))
            .OrderByDescending(e => e.Title)
            .ThenByDescending(e => e.Confidence)
            .ThenByDescending(e => e.Count)
            .ThenBy(e => e.Esco.Id, StringComparer.Ordinal)
            .Take(MostCounterparts)
            .Select(e => (e.Esco, ByNames, e.Confidence))
            .ToList();
        if (direct.Count > 0)
        {
            return direct;
        }

        var near = isco.SelectMany(_esco.InGroup)
            .Select(e => (Esco: e, Nearness: _nearness.Of(occupation.Title.Masculine, e.OtherNames.Append(e.Title.Masculine))))
            .Where(e => e.Nearness > 0)
            .OrderByDescending(e => e.Nearness)
            .ThenBy(e => e.Esco.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return near.Esco is null ? [] : [(near.Esco, ByGroup, Math.Round(ByGroupConfidence * near.Nearness, 2))];
    }

    /// <summary>The occupations of O*NET that ESCO leads to; where none does, those that its groups of ISCO lead to, the nearest in words first.</summary>
    private List<Crossing> OnetOf(RomeOccupation occupation, List<(EscoOccupation Esco, string Origin, double Confidence)> esco, List<string> isco)
    {
        var direct = Sorted(
            esco.SelectMany(e =>
                _onet.ByEsco[e.Esco.Id].Select(o => new Crossing(Onet, o.Code, o.IsMoved ? ByMovedTable : ByTable, o.Confidence * e.Confidence))
            )
        );
        return direct.Count > 0
            ? direct
            : Sorted(
                isco.SelectMany(_esco.InGroup)
                    .SelectMany(e =>
                    {
                        var nearness = _nearness.Of(occupation.Title.Masculine, e.OtherNames.Append(e.Title.Masculine));
                        return _onet
                            .ByEsco[e.Id]
                            .Select(o => new Crossing(Onet, o.Code, ByGroup, ByGroupConfidence * o.Confidence * (1 + nearness) / 2));
                    })
            );
    }

    /// <summary>The surest few, each code once.</summary>
    private static List<Crossing> Sorted(IEnumerable<Crossing> crossings) =>
        [
            .. crossings
                .GroupBy(c => c.Code, StringComparer.Ordinal)
                .Select(g => g.MaxBy(c => c.Confidence)!)
                .Select(c => c with { Confidence = Math.Round(c.Confidence, 2) })
                .Where(c => c.Confidence > 0)
                .OrderByDescending(c => c.Confidence)
                .ThenBy(c => c.Code, StringComparer.Ordinal)
                .Take(MostCounterparts),
        ];

    private static IEnumerable<Crossing> CompetentOf(List<(EscoOccupation Esco, string Origin, double Confidence)> esco) =>
        esco.SelectMany(e => e.Esco.Competent.Select(c => (Code: c.Key, Confidence: Math.Round(c.Value.Confidence * e.Confidence, 2))))
            .GroupBy(c => c.Code, StringComparer.Ordinal)
            .Select(g => new Crossing(Competent, g.Key, Esco, g.Max(c => c.Confidence)))
            .OrderByDescending(c => c.Confidence)
            .ThenBy(c => c.Code, StringComparer.Ordinal)
            .Take(MostCounterparts);

    private List<ForeignName> NamesOf(List<(EscoOccupation Esco, string Origin, double Confidence)> esco, List<Crossing> onet)
    {
        var names = new List<ForeignName>();
        foreach (var (occupation, _, confidence) in esco)
        {
            if (confidence >= SameName)
            {
                names.Add(new ForeignName(Languages.Default, occupation.Title.Masculine, Esco, confidence));
                names.AddRange(occupation.OtherNames.Select(n => new ForeignName(Languages.Default, n, Esco, confidence)));
            }

            if (confidence >= NearName && occupation.Dutch is not null)
            {
                names.Add(new ForeignName("nl", occupation.Dutch, Esco, confidence));
            }

            foreach (var competent in occupation.Competent.Values.Where(c => Math.Min(c.Confidence, confidence) >= SameName))
            {
                var sure = Math.Round(competent.Confidence * confidence, 2);
                names.Add(new ForeignName(Languages.Default, WithoutGenders(competent.French), Competent, sure));
                names.Add(new ForeignName("nl", WithoutGenders(competent.Dutch), Competent, sure));
            }
        }

        names.AddRange(onet.Where(o => o.Confidence >= EnglishName).Select(o => new ForeignName("en", _onet.TitleOf(o.Code), Onet, o.Confidence)));
        return [.. names.DistinctBy(n => (n.Language, n.Text.ToUpperInvariant()))];
    }

    /// <summary>« (h/f/x) » is said of every title.</summary>
    private static string WithoutGenders(string title) => title.Replace("(h/f/x)", "", StringComparison.OrdinalIgnoreCase).Trim();

    /// <summary>What ROME's savoir-être ask for, then what the work styles of counterparts in O*NET add.</summary>
    private IReadOnlyList<DerivedLevel> LevelsOf(RomeOccupation occupation, IReadOnlyList<(string Code, double Weight)> onet)
    {
        var rome = RequirementDerivation.FromRome(_qualities, occupation.SoftSkills).Select(r => LevelOf(r, RequirementOrigin.Rome)).ToList();
        var added = RequirementDerivation
            .FromOnet(_qualities, _onet.StylesOf(onet))
            .Where(r => rome.All(l => l.QualityId != r.Required.QualityId))
            .Select(r => LevelOf(r, RequirementOrigin.Onet));
        return [.. rome.Concat(added).Take(MostLevels)];
    }

    private static DerivedLevel LevelOf(DerivedRequirement requirement, RequirementOrigin origin) =>
        new(
            requirement.Required.QualityId,
            Math.Clamp((int)Math.Round(requirement.Required.Importance), Requirement.LeastStep, Requirement.GreatestStep),
            Math.Clamp((int)Math.Round((double)requirement.Required.Level), Requirement.LeastStep, Requirement.GreatestStep),
            origin
        );

    /// <summary>An edition may say itself which codes took the place of others, in "replacements.csv": code, replaced_by.</summary>
    private List<ListedReplacement> ReadReplacements()
    {
        const string Table = "replacements.csv";
        if (!_folder.Has(Table))
        {
            return [];
        }

        var codes = _rome.Occupations.Select(o => o.Code).ToHashSet(StringComparer.Ordinal);
        var replacements = new Dictionary<string, ListedReplacement>(StringComparer.Ordinal);
        using var file = CsvFile.Open(_folder.PathOf(Table));
        foreach (var row in file.Rows())
        {
            var code = row.Text("code");
            var heir = row.Text("replaced_by");
            if (codes.Contains(code))
            {
                throw row.Problem("code", $"the occupation {code} is listed, so nothing replaces it.");
            }

            if (!codes.Contains(heir))
            {
                throw row.Problem("replaced_by", $"there is no occupation {heir}.");
            }

            if (!replacements.TryAdd(code, new ListedReplacement(code, heir)))
            {
                throw row.Problem("code", $"the code {code} stands twice.");
            }
        }

        return [.. replacements.Values];
    }
}
