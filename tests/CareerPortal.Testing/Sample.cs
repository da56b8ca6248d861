using CareerPortal.Directories;
using CareerPortal.Exchange;
using CareerPortal.French;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Wages;

namespace CareerPortal.Testing;

/// <summary>Small valid exchange files, to be varied with <c>with</c>.</summary>
public static class Sample
{
    public const string Source = "enquete-2026";
    public const string Centre = "centre-namur";
    public const string Zone = "namur";
    public const string Platform = "plateforme";
    public const string Guidance = "maison-d-essai";

    private static readonly DateOnly Day = new(2026, 1, 15);

    public static ExchangeSet Set(params IEnumerable<GuideFile> guides)
    {
        var files = guides.ToList();
        return new ExchangeSet
        {
            Occupations = [.. files.DistinctBy(g => g.Occupation).Select(g => Occupation(g.Occupation))],
            TrainingCentres =
            [
                new(
                    Centre,
                    "Centre d'essai",
                    TrainingCentreKind.CompetenceCentre,
                    "5000",
                    "Namur",
                    Province.Namur,
                    50.46,
                    4.87,
                    "https://centre.example",
                    new LocalisedText("Un centre.")
                ),
            ],
            JobZones = [new(Zone, new LocalisedText("Namur", "Namen"), [Province.Namur], 50.46, 4.87, new LocalisedText("Une zone."))],
            Platforms =
            [
                new(
                    Platform,
                    "Plateforme",
                    "https://plateforme.example",
                    new LocalisedText("Une plateforme."),
                    new LocalisedText("Ouvert."),
                    new LocalisedText("À la tâche."),
                    Source,
                    Day
                ),
            ],
            GuidanceServices =
            [
                new()
                {
                    Code = Guidance,
                    Name = new LocalisedText("Maison d'essai", "Proefhuis"),
                    Kind = GuidanceKind.CareersHouse,
                    Region = GuidanceRegion.Wallonia,
                    Role = new LocalisedText("Parler d'un choix."),
                    Description = new LocalisedText("On y parle d'un choix."),
                    Audience = new LocalisedText("Tout le monde."),
                    Cost = GuidanceCost.Free,
                    Website = "https://maison.example",
                    Phone = "080 00 00 00",
                    PhoneConfirmed = true,
                    Offices = [new("Namur", "Rue d'Essai 1", "5000", null, Confirmed: true), new("Liège")],
                    AsOfYear = 2024,
                },
            ],
            Sources = [new(Source, SourceKind.Statistics, "Enquête d'essai", "Éditeur", "tableau 2", "https://source.example/enquete", Day, Day)],
            WageFloors = [new(Day, 211189, 1283, Source)],
            ExchangeRates = [new("USD", Day, 1.25m, Source)],
            Guides = files.ToDictionary(g => $"guides/{g.Slug}.{g.Language}.json"),
        };
    }

    /// <summary>A row that has no other than its own key.</summary>
    public static WageFloor Floor() =>
        new()
        {
            From = Day,
            MonthlyCents = 1,
            HourlyCents = 1,
            Source = Source,
        };

    public static OccupationEntry Occupation(string code = "relieur", string? masculine = null, string? feminine = null) =>
        new()
        {
            Code = code,
            RomeCode = "M1805",
            IscoCode = "4132",
            Sector = Sector.Digital,
            Studies = StudyLevel.UpperSecondary,
            Conditions = [WorkCondition.Screen, WorkCondition.Telework],
            Titles = new Dictionary<string, TitleEntry> { ["fr"] = new(masculine ?? code, feminine ?? masculine ?? code) },
            Requirements =
            [
                new("detail", 5, 4, RequirementOrigin.Counsellor),
                new("rigueur", 4, 4, RequirementOrigin.Counsellor),
                new("patience", 3, 3, RequirementOrigin.GuideWords, 0.2),
            ],
        };

    public static GuideFile BriefGuide(string occupation = "relieur", string language = "fr") =>
        new()
        {
            Format = GuideFile.CurrentFormat,
            Occupation = occupation,
            Language = language,
            Slug = occupation,
            Kind = GuideKind.Brief,
            Register = Register.Vous,
            PublishedOn = Day,
            ReviewedOn = Day,
            Content = new GuideContent
            {
                Summary = $"Ce que fait le métier {occupation}.",
                Qualities = [new("detail", "Rien ne doit manquer.")],
                Missions = [new("Faire", "Faire ce qui est à faire.")],
            },
        };

    /// <summary>A guide with every section, micro-tasks too.</summary>
    public static GuideFile CompleteGuide(string occupation = "relieur", string language = "fr") =>
        BriefGuide(occupation, language) with
        {
            Kind = GuideKind.Complete,
            ReviewDueOn = Day.AddYears(1),
            Content = BriefGuide(occupation, language).Content with
            {
                Tagline = "Pour que tout tienne.",
                Hook = "Et si c'était vous ?",
                KeyFacts = new KeyFacts("Secondaire", "Le soin", "À l'atelier"),
                Introduction = ["Un métier ancien.", "Un métier utile."],
                Figures = [new("Ateliers", "12", Source, Day)],
                Salaries =
                [
                    new()
                    {
                        Level = ExperienceLevel.Beginner,
                        Status = WorkStatus.Employee,
                        LowCents = 220_000,
                        HighCents = 260_000,
                        Period = PayPeriod.Month,
                        Currency = "EUR",
                        Source = Source,
                        AsOf = Day,
                    },
                ],
                SalaryNotes = ["Avant impôt."],
                Prerequisites = [new("acuite-visuelle", "Voir de près.", "Une loupe aide.")],
                Tools = [new("Coudre", [new("Aiguille", "coudre les cahiers")])],
                Day = [new(new TimeOnly(9, 0), "Ouvrir", "On ouvre l'atelier.")],
                BelgianFacts = [new("Un fait", "Il y a douze ateliers.", Source, Day)],
                Portrait = new Portrait("J'aime ce travail.", "Une relieuse", Illustrative: true),
                TrainingSteps = [new("Apprendre", "Deux ans en atelier.", "2 ans", [Centre])],
                Workplaces = [new("Atelier", "Petit et clair.")],
                Pros = ["Du calme."],
                Cons = ["De la poussière."],
                Advice = [new("Essayer", "Un stage d'un jour.")],
                SelfAssessment = [new("Êtes-vous patient ?", "Coudre prend du temps.", "patience")],
                Faq = [new("Combien gagne-t-on ?", ["Selon l'atelier."], [Source])],
                Programmes = [new(Centre, "Reliure")],
                JobZones = [new(Zone, "Trois ateliers.")],
                Similar = [new(occupation, "C'est le même.")],
                Evolutions = [new(occupation, "On y reste.")],
                MicroTasks = new MicroTaskWork
                {
                    TaskTypes = [new("Trier", "Trier des images.", "Chat ou chien ?")],
                    Platforms = [new(Platform, "Tri", "Ouvert", "Par tâche", "Les délais")],
                    Estimator = new EstimatorDefaults(10, 300, 900, "EUR", 4, Source, Day),
                    WarningSigns = [new("On vous demande de payer", "Un travail ne se paie pas.")],
                    Precautions = ["Gardez vos relevés."],
                    StatusInBelgium = [new("Économie de partage", "Un régime à part.", [Source])],
                    Outlook = ["Cela change vite."],
                },
            },
        };

    /// <summary>As many occupations with one requirement and a brief guide each: metier-0001, metier-0002…</summary>
    public static ExchangeSet Many(int count)
    {
        var set = Set(Enumerable.Range(1, count).Select(n => BriefGuide($"metier-{n:0000}")));
        return set with { Occupations = [.. set.Occupations.Select(o => o with { Requirements = [o.Requirements[0]] })] };
    }
}
