using System.Collections.Concurrent;
using CareerPortal.Accounts;
using CareerPortal.Catalogue;
using CareerPortal.Compatibility;
using CareerPortal.Directories;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Offers;
using CareerPortal.Offers.Entries;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>A plausible text for each column of the store: one that its property can be read from.</summary>
internal sealed class InventedValues
{
    public const string Occupation = "relieur";
    public const string Item = "detail-1";
    public const string Other = "detail";

    /// <summary>The one column that holds a whole object as JSON.</summary>
    private const string Passkey =
        """{"PublicKey":"AA==","CreatedAt":"2026-01-01T00:00:00+00:00","AttestationObject":"AA==","ClientDataJson":"AA=="}""";

    private static readonly CatalogueFacts Facts = new()
    {
        Masculine = Other,
        Feminine = Other,
        Parent = "A1101",
        Domain = "A11",
    };

    private static readonly string PasswordHash = new AccountPasswords().HashPassword(new Account(), "x");

    private static readonly ConcurrentDictionary<IModel, InventedValues> Known = new();

    private readonly Dictionary<(string Table, string Column), string> _texts = [];

    private InventedValues(IModel model)
    {
        foreach (var table in model.GetRelationalModel().Tables)
        {
            foreach (var column in table.Columns)
            {
                _texts[(table.Name, column.Name)] = column.PropertyMappings.Count > 0 ? Invent(column.PropertyMappings[0].Property) : Passkey;
            }
        }
    }

    public static InventedValues For(IModel model) => Known.GetOrAdd(model, m => new InventedValues(m));

    public string Text(AnswerColumn column) => column.Table is null ? Other : _texts[(column.Table, column.Column)];

    private static string Invent(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type.IsEnum ? Enum.GetNames(type)[0]
            : type == typeof(MapPoint) ? ExchangeJson.Write(new MapPoint(50.5, 4.5), indented: false)
            : type == typeof(LocalisedText) ? ExchangeJson.Write(new LocalisedText("texte"), indented: false)
            : type == typeof(OccupationInterests) ? ExchangeJson.Write(new OccupationInterests(Other, 1, 2, 3, 4, 5, 6), indented: false)
            : type == typeof(List<GuidanceOffice>) ? ExchangeJson.Write(new List<GuidanceOffice> { new(Other) }, indented: false)
            : type == typeof(CatalogueFacts) ? (string)property.GetTypeMapping().Converter!.ConvertToProvider(Facts)!
            : type == typeof(OfferForm) ? (string)property.GetTypeMapping().Converter!.ConvertToProvider(OfferEntryCalls.Form)!
            : type == typeof(OfferFacts)
                ? (string)
                    property.GetTypeMapping().Converter!.ConvertToProvider(new OfferFacts { Title = Other, Published = new DateOnly(2026, 1, 1) })!
            : type == typeof(IReadOnlyList<OfferOccupation>) ? "[]"
            : type == typeof(List<DismissedOccupation>) ? "[]"
            : type == typeof(IReadOnlyDictionary<string, int>) ? "{}"
            : type == typeof(IReadOnlyList<string>) || property.IsPrimitiveCollection || type == typeof(IReadOnlyList<CalibratedParameters>) ? "[]"
            : property.Name switch
            {
                "Code" or "Slug" => Occupation,
                "Language" => Languages.Default,
                nameof(DraftEdit.Path) => "content.hook",
                nameof(DraftEdit.Before) or nameof(DraftEdit.After) or nameof(DraftConflict.Base) or nameof(DraftConflict.Mine) => "null",
                nameof(DraftConflict.Theirs) => "null",
                nameof(Account.PasswordHash) => PasswordHash,
                nameof(Revision.Document) => GuideDocuments.Write(Sample.CompleteGuide().ToDocument()),
                _ => Other,
            };
    }
}
