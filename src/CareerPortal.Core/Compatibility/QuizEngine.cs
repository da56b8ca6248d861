using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Selection;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Compatibility;

/// <summary>All that asks and judges by one version of the bank.</summary>
public sealed class QuizEngine : IDisposable
{
    public QuizEngine(ItemBank bank, IDbContextFactory<PortalDbContext> contexts, ContentMark mark, CatalogueShelf catalogue)
    {
        Bank = bank;
        Estimator = new ProfileEstimator(bank);
        Selection = new AdaptiveSelection(Estimator);
        Shelf = new OccupationShelf(contexts, mark, catalogue, bank, Selection);
        Interviewer = new Interviewer(bank, Estimator, Selection, Shelf);
        Adviser = new Adviser(bank, Estimator, Interviewer, Shelf);
    }

    public ItemBank Bank { get; }

    public ProfileEstimator Estimator { get; }

    public AdaptiveSelection Selection { get; }

    public OccupationShelf Shelf { get; }

    public Interviewer Interviewer { get; }

    public Adviser Adviser { get; }

    public void Dispose() => Interviewer.Dispose();
}
