namespace CareerPortal.Offers.Doubles;

/// <summary>Whether two offers are one post, or one text for several towns: reference first, then employer and town, then title and days.</summary>
internal static class OfferComparison
{
    // Days between two showings of one post, by what else speaks for it.
    private const int WithReference = 120;
    private const int WithEmployer = 60;
    private const int ShownAgain = 7;
    private const int WithAgency = 30;
    private const int WithAgencyNumbers = 5;
    private const int WithHiddenEmployer = 5;

    // Days between the showings of one text for several towns.
    private const int ForTowns = 4;
    private const int ForNumberedTowns = 10;

    /// <summary>Why two offers are the same post; null where they are not, or nothing says so.</summary>
    public static OfferLikeness? Same(ComparedOffer one, ComparedOffer other)
    {
        var isThere = one.IsAt(other);
        if (isThere == false || one.Title.Length == 0)
        {
            return null;
        }

        var isReference = one.Number is { } number && other.Number is { } theirs && number.IsSameAs(theirs);
        if (isReference && IsOneReference(one, other, isThere == true))
        {
            return OfferLikeness.Reference;
        }

        if (isThere != true || one.Title != other.Title || !one.MayHaveContractOf(other))
        {
            return null;
        }

        if (IsNamed(one) && IsNamed(other))
        {
            return one.Employer.Key == other.Employer.Key && one.DaysTo(other) <= LongestOf(one, other, isReference)
                ? OfferLikeness.EmployerAndTown
                : null;
        }

        return
            IsNamed(one) != IsNamed(other)
            && one.IsTelling
            && one.DaysTo(other) <= WithHiddenEmployer
            && !IsAnotherNumber(one, other)
            && one.Day is not null
            && other.Day is not null
            ? OfferLikeness.HiddenEmployer
            : null;
    }

    /// <summary>Why two offers are one text for several towns; null where they are not, or nothing says so.</summary>
    public static OfferLikeness? SeveralPlaces(ComparedOffer one, ComparedOffer other)
    {
        if (
            one.Title.Length == 0
            || one.Title != other.Title
            || one.Employer.Kind != EmployerNameKind.Own
            || one.Employer.Key != other.Employer.Key
            || !one.MayHaveContractOf(other)
            || one.IsAt(other) != false
        )
        {
            return null;
        }

        var (days, number, theirs) = (one.DaysTo(other), one.Number, other.Number);
        if (number is not null && theirs is not null && (number.IsSameAs(theirs) || number.IsNumberedAs(theirs)) && days <= ForNumberedTowns)
        {
            return OfferLikeness.NumberedReference;
        }

        if (one.IsAgency || other.IsAgency)
        {
            return one.IsTelling && days == 0 && number is not null && theirs is not null && number.IsNextTo(theirs)
                ? OfferLikeness.NextReference
                : null;
        }

        return days <= ForTowns ? OfferLikeness.EmployerAndTitle : null;
    }

    /// <summary>Whether two employers' names may stand for one: equal, or one of them says nothing.</summary>
    public static bool MayBeOneEmployer(ComparedOffer one, ComparedOffer other) =>
        !IsNamed(one) || !IsNamed(other) || one.Employer.Key == other.Employer.Key || IsPartOf(one.Employer, other.Employer);

    private static bool IsOneReference(ComparedOffer one, ComparedOffer other, bool isThere)
    {
        var isLong = one.Number!.Core is not null && one.Number.Core == other.Number!.Core;
        return one.DaysTo(other) <= WithReference
            && (one.MayHaveContractOf(other) || (IsTemporary(one) && IsTemporary(other)))
            && MayBeOneEmployer(one, other)
            && (
                isLong
                    ? one.AgreesWith(other) && (isThere || one.Title == other.Title)
                    : isThere && one.Title == other.Title && (IsNamed(one) || IsNamed(other))
            );
    }

    private static int LongestOf(ComparedOffer one, ComparedOffer other, bool isReference)
    {
        if (!one.IsAgency && !other.IsAgency)
        {
            // Two numbers of one board on near days are two posts; a week later it is shown again.
            return IsAnotherNumber(one, other) && (!one.IsTelling || one.DaysTo(other) < ShownAgain) ? -1 : WithEmployer;
        }

        // An agency has many clients, and each of them may look for a « Magasinier ».
        return isReference ? WithReference
            : !one.IsTelling || IsAnotherNumber(one, other) ? -1
            : one.Number is not null && other.Number is not null ? WithAgencyNumbers
            : WithAgency;
    }

    private static bool IsAnotherNumber(ComparedOffer one, ComparedOffer other) =>
        one.Number is { } number && other.Number is { } theirs && number.IsAnotherOf(theirs);

    private static bool IsNamed(ComparedOffer offer) => offer.Employer.Kind is EmployerNameKind.Own or EmployerNameKind.Common;

    private static bool IsTemporary(ComparedOffer offer) => offer.Contract is ContractKind.Temporary or ContractKind.TemporaryToPermanent;

    private static bool IsPartOf(EmployerName one, EmployerName other)
    {
        var (few, many) = one.Key.Length < other.Key.Length ? (one, other) : (other, one);
        var all = many.Key.Split(' ');
        return few.Kind == EmployerNameKind.Own
            && few.Key.Length > 3
            && Array.TrueForAll(few.Key.Split(' '), w => all.Contains(w, StringComparer.Ordinal));
    }
}
