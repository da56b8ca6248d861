using System.Collections.Frozen;
using CareerPortal.French;

namespace CareerPortal.Offers.Doubles;

/// <summary>An employer as far as a name tells: the words by which spellings of it are one, and what kind of name it is.</summary>
internal sealed record EmployerName(string Key, EmployerNameKind Kind, bool IsAgency)
{
    private static readonly EmployerName None = new("", EmployerNameKind.Hidden, false);

    private static readonly FrozenSet<string> LegalForms = Words(
        "srl sprl sa nv bv bvba asbl vzw aisbl ivzw scrl cvba sc cv scs snc sca spa gmbh ag ltd plc inc llc sas sarl group groupe "
            + "groep holding belgium belgique be "
            + "et en and de du des la le les l d van der the s a r b v p c"
    );

    private static readonly FrozenSet<string> Hidden = Words(
        "confidentiel confidentielle confidential anonyme anonymous vertrouwelijk employeur client entreprise societe notre nos "
            + "communique non precise inconnu na nc"
    );

    private static readonly FrozenSet<string> Boards = Words(
        "jobat stepstone forem leforem actiris vdab adg indeed references monster linkedin ictjob optioncarriere jooble jobrapido talentcom glassdoor "
            + "hellowork site via com job emploi offre offres"
    );

    // « Commune », « École communale », « Maison de repos »: one in each town.
    private static readonly FrozenSet<string> Common = Words(
        "commune communal administration cpas hopital ecole maison repos zone secours police ville clinique creche province provincial athenee centre public "
            + "action social hospitalier intercommunal residence particulier institut lycee college internat bibliotheque pharmacie restaurant hotel "
            + "boulangerie boucherie garage association service services gemeente stad ocmw ziekenhuis school"
    );

    private static readonly FrozenSet<string> AgencyWords = Words(
        "interim interimaire interimaires uitzendkantoor uitzendbureau selection recruitment recruiting recruteur recruteurs "
            + "recrutement rh hr staffing talents "
            + "randstad adecco manpower tempo synergie daoust konvert actief agilitas ago vivaldis proselect hays unique impact sd accent"
    );

    private static readonly string[] AgencyNames =
    [
        "start people",
        "tempo team",
        "robert half",
        "page personnel",
        "michael page",
        "forum jobs",
        "trace",
    ];

    public static EmployerName Of(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return None;
        }

        var folded = TitleWords.Fold(written);
        var words = folded.Split(' ').Where(w => !LegalForms.Contains(w)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (words.Count == 0)
        {
            words = [.. folded.Split(' ').Order(StringComparer.Ordinal)];
        }

        var kind =
            folded.Length == 0 || words.TrueForAll(Hidden.Contains) ? EmployerNameKind.Hidden
            : words.TrueForAll(Boards.Contains) ? EmployerNameKind.Board
            : words.TrueForAll(w => Common.Contains(w) || Common.Contains(Masculine(w))) ? EmployerNameKind.Common
            : EmployerNameKind.Own;
        var isAgency =
            kind == EmployerNameKind.Own
            && (
                words.Exists(AgencyWords.Contains)
                || Array.Exists(AgencyNames, n => folded == n || folded.StartsWith($"{n} ", StringComparison.Ordinal))
            );
        return new EmployerName(string.Join(' ', words), kind, isAgency);
    }

    private static string Masculine(string word) => word is [.., 'e'] ? word[..^1] : word;

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
