using CareerPortal.Guides;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Guides;

/// <summary>What an amount of pay is: gross wages under a contract, income before costs and contributions otherwise.</summary>
internal static class PayWords
{
    public static string Basis(IStringLocalizer<PortalTexts> texts, SalaryRange range) =>
        texts[range.Status == WorkStatus.Employee ? "Salary.Gross" : "Salary.BeforeCosts", texts[$"Period.{range.Period}"].Value];

    /// <summary>Whether a guide tells wages: work that is only paid by platforms or clients has income.</summary>
    public static bool AreWages(GuideContent content) => content.Salaries.Any(s => s.Status == WorkStatus.Employee);
}
