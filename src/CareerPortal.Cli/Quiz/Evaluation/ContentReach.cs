using CareerPortal.Catalogue;
using CareerPortal.Cli.Files;
using CareerPortal.Compatibility;
using CareerPortal.Exchange;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>Where the quiz over all occupations of the content leads simulated people.</summary>
internal static class ContentReach
{
    /// <summary>The test over the occupations of a folder of exchange files, or of the first content.</summary>
    public static ReachTest TestOf(string? folder)
    {
        var bank = ItemBank.Load();
        var gallery = ShelvedOccupation.LayOut(Occupations(folder).Select(Shelved), bank);
        return gallery is null
            ? throw new InputException(folder ?? "", "there is no occupation to lead to.")
            : new ReachTest(new AnswerRanker(gallery, bank, OccupationShelf.Deviation), new ProfileEstimator(bank));
    }

    /// <summary>The same over the families of equal profile of that content and of the catalogue that comes with the portal.</summary>
    public static ReachTest TestWithCatalogue(string? folder)
    {
        var bank = ItemBank.Load();
        var own = Occupations(folder);
        var taken = own.Select(o => o.RomeCode).ToHashSet(StringComparer.Ordinal);
        var listed = CataloguePack.ReadShipped().Occupations.Where(o => !taken.Contains(o.Code));
        var families = OccupationFamilies.Of([.. own.Select(Shelved), .. listed.Select(o => ShelvedOccupation.Of(o.Code, o.Facts))], bank)!;
        return new ReachTest(new AnswerRanker(families.Gallery, bank, OccupationShelf.Deviation), new ProfileEstimator(bank));
    }

    private static ShelvedOccupation Shelved(OccupationEntry entry) =>
        new(entry.Code, entry.Interests, [.. entry.Requirements.Select(r => (r.Quality, r.Level))]);

    private static IReadOnlyList<OccupationEntry> Occupations(string? folder)
    {
        if (folder is not null && !Directory.Exists(folder))
        {
            throw folder.Length == 0
                ? new InputException("a folder", "its name is empty.")
                : new InputException(folder, File.Exists(folder) ? "it is a file, no folder." : "there is no such folder.");
        }

        try
        {
            return (folder is null ? ExchangeFolder.FirstContent : ExchangeFolder.At(folder)).Read().Occupations;
        }
        catch (ExchangeFaultException problem)
        {
            var fault = problem.Faults[0];
            throw new InputException(
                Path.Combine(folder ?? "", fault.File),
                fault is { Kind: FaultKind.Unreadable, Value: { } message } ? InputException.PlainJson(message) : $"{fault.Kind}: {fault.Value}"
            );
        }
    }

    /// <summary>The rows of the evaluation, over the first content.</summary>
    public static IReadOnlyList<SimulationRow> Rows(int people, ulong seed)
    {
        var test = TestOf(null);
        var reach = test.Ordinary(people, seed);
        var of = test.OfOccupations(people, seed + 1);
        var name = FormattableString.Invariant($"{reach.Ids.Count} occupations of the first content");
        return
        [
            new(name, "ordinary people", "share of the most frequent first place, %", 100 * reach.LargestFirst, "≤ 15"),
            new(name, "ordinary people", "the same by likelihood alone, %", 100 * reach.LargestFirstByLikelihood),
            new(name, "ordinary people", "occupations among nobody's first three", reach.Unreached.Count, "0"),
            new(name, "ordinary people", "least frequent among the first three, %", 100.0 * reach.Near.Min() / people),
            new(name, "ordinary people", "none fits, %", 100.0 * reach.Fitting.Count(count => count == 0) / people),
            new(name, "ordinary people", "occupations that fit, mean", reach.Fitting.Average()),
            new(name, "people of an occupation", "it fits, %", 100 * of.Fits),
            new(name, "people of an occupation", "it comes first, %", 100 * of.First),
            new(name, "people of an occupation", "it is among the first three, %", 100 * of.Near),
        ];
    }
}
