using System.Globalization;
using Bunit;
using CareerPortal.Directories;
using CareerPortal.French;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Wages;
using CareerPortal.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Tests.Components;

/// <summary>Renders one component in French, with the real texts.</summary>
public abstract class ComponentTest : BunitContext
{
    protected const string SourceCode = "enquete";

    private static readonly DateOnly Day = new(2026, 1, 15);

    protected ComponentTest()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-BE");
        Services.AddLocalization();
        Services.AddSingleton(QualityCatalogue.Load());
        Services.AddSingleton(ItemBank.Load());
    }

    private protected string Text(string key, params object[] arguments) =>
        Wording.Plain(Services.GetRequiredService<IStringLocalizer<PortalTexts>>()[key, arguments]);

    protected static SalaryRange Range(
        long low,
        long high,
        PayPeriod period = PayPeriod.Month,
        WorkStatus status = WorkStatus.Employee,
        string currency = "EUR",
        ExperienceLevel level = ExperienceLevel.Beginner
    ) =>
        new()
        {
            Level = level,
            Status = status,
            LowCents = low,
            HighCents = high,
            Period = period,
            Currency = currency,
            Source = SourceCode,
            AsOf = Day,
        };

    protected static GuideSummary Summary(string slug = "relieur") =>
        new()
        {
            OccupationCode = slug,
            Slug = slug,
            Language = "fr",
            Name = new OccupationName("fr", "relieur", "relieuse"),
            Kind = GuideKind.Complete,
            Sector = Sector.Digital,
            Studies = StudyLevel.UpperSecondary,
            Conditions = [WorkCondition.Screen],
            Qualities = ["detail"],
            Summary = "Assembler des cahiers : un métier de patience.",
            AlternativeTitles = [],
            PublishedOn = Day,
            UpdatedOn = Day,
        };

    protected static PublishedGuide Guide(params SalaryRange[] salaries) =>
        new()
        {
            Summary = Summary(),
            Register = Register.Vous,
            ReviewedOn = Day,
            Content = new GuideContent { Summary = "Assembler des cahiers.", Salaries = salaries },
            SlugsByLanguage = new Dictionary<string, string> { ["fr"] = "relieur" },
            Centres = new Dictionary<string, TrainingCentre>(),
            Zones = new Dictionary<string, JobZone>(),
            Platforms = new Dictionary<string, WorkPlatform>(),
            Neighbours = new Dictionary<string, GuideSummary>(),
            Sources =
            [
                new Source
                {
                    Code = SourceCode,
                    Kind = SourceKind.Statistics,
                    Title = "Enquête",
                    Publisher = "Éditeur",
                    ConsultedOn = Day,
                },
            ],
            WageFloor = new WageFloor
            {
                From = new DateOnly(2025, 2, 1),
                MonthlyCents = 211_189,
                HourlyCents = 1_283,
                Source = SourceCode,
            },
        };

    protected IRenderedComponent<CascadingValue<PublishedGuide>> RenderWithin<T>(
        PublishedGuide guide,
        Action<ComponentParameterCollectionBuilder<T>>? parameters = null
    )
        where T : IComponent => Render<CascadingValue<PublishedGuide>>(p => p.Add(c => c.Value, guide).AddChildContent(parameters ?? (_ => { })));
}
