using System.Collections.Frozen;
using CareerPortal.French;

namespace CareerPortal.Offers.Doubles;

/// <summary>Reads the labels of contracts that files of offers hold.</summary>
public static class ContractLabels
{
    private static readonly FrozenDictionary<string, ContractKind> Kinds = new Dictionary<string, ContractKind>
    {
        ["duree indeterminee"] = ContractKind.Permanent,
        ["contrat a duree indeterminee"] = ContractKind.Permanent,
        ["cdi"] = ContractKind.Permanent,
        ["permanent"] = ContractKind.Permanent,
        ["duree determinee"] = ContractKind.FixedTerm,
        ["contrat a duree determinee"] = ContractKind.FixedTerm,
        ["cdd"] = ContractKind.FixedTerm,
        ["interimaire"] = ContractKind.Temporary,
        ["interim"] = ContractKind.Temporary,
        ["interimaire avec option sur duree indeterminee"] = ContractKind.TemporaryToPermanent,
        ["interim avec option sur duree indeterminee"] = ContractKind.TemporaryToPermanent,
        ["interim avec option cdi"] = ContractKind.TemporaryToPermanent,
        ["remplacement"] = ContractKind.Replacement,
        ["contrat de remplacement"] = ContractKind.Replacement,
        ["etudiant"] = ContractKind.Student,
        ["job etudiant"] = ContractKind.Student,
        ["flexi job"] = ContractKind.FlexiJob,
        ["flexi jobs"] = ContractKind.FlexiJob,
        ["journalier occasionnel ou saisonnier"] = ContractKind.Casual,
        ["salarie statutaire"] = ContractKind.CivilServant,
        ["contrat collaboration independant"] = ContractKind.SelfEmployed,
        ["independant"] = ContractKind.SelfEmployed,
        ["nettement defini"] = ContractKind.DefinedWork,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The contract that a label means; null where it is none that is known.</summary>
    public static ContractKind? Read(string? label) => label is not null && Kinds.TryGetValue(TitleWords.Fold(label), out var kind) ? kind : null;
}
