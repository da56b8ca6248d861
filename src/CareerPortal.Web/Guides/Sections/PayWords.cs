using CareerPortal.Guides;
using CareerPortal.Wages;

namespace CareerPortal.Web.Guides.Sections;

/// <summary>What to call the pay that a guide tells.</summary>
internal static class PayWords
{
    /// <summary>Whether a guide tells wages: work that is only paid by platforms or clients has income.</summary>
    public static bool AreWages(GuideContent content) => content.Salaries.Any(s => s.Status == WorkStatus.Employee);
}
