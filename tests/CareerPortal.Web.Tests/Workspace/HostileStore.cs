using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareerPortal.Data;
using CareerPortal.Editing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>
/// A store each of whose texts is hostile. Every text that the model has is filled, whoever wrote it and however it is checked on its way in, unless
/// <see cref="Kept"/> says why not.
/// </summary>
internal static class HostileStore
{
    private const string Code = "a word or number of the program's own, which no page takes from a person";
    private const string Secret = "shown nowhere";
    private const string Key = "what rows are found by: another one is another row, and an address of the site";
    private const string Checked = "an address in the form of a guide, refused unless the form has it";
    private const string NoText = "holds codes, numbers or days alone";
    private const string OfReaders = "what readers answered in the quiz, by codes";

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The texts that stay as they are, by entity and property, and why.</summary>
    public static IReadOnlyDictionary<string, string> Kept { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Account.ConcurrencyStamp"] = Secret,
            ["Account.NormalizedEmail"] = Key,
            ["Account.NormalizedUserName"] = Key,
            ["Account.PasswordHash"] = Secret,
            ["Account.PhoneNumber"] = Secret,
            ["Account.SecurityStamp"] = Secret,
            ["Account.UserName"] = Key,
            ["BankCalibration.EngineVersion"] = Code,
            ["BankCalibration.Items"] = NoText,
            ["BankCalibration.Version"] = Code,
            ["BankCalibration.Wordings"] = Code,
            ["CatalogueCode.Code"] = Key,
            ["CatalogueCode.Edition"] = Key,
            ["CatalogueCode.ReplacedBy"] = Key,
            ["CatalogueCode.Scheme"] = Key,
            ["CatalogueCode.Slug"] = Key,
            ["CatalogueOccupation.Code"] = Key,
            ["CatalogueOccupation.Edition"] = Key,
            ["CatalogueOccupation.Slug"] = Key,
            ["CatalogueSource.Key"] = Key,
            ["CatalogueTerm.Code"] = Key,
            ["CatalogueTerm.Group"] = Key,
            ["CatalogueText.OccupationCode"] = Key,
            ["CommentThread.Path"] = Checked,
            ["DataProtectionKey.FriendlyName"] = Secret,
            ["DataProtectionKey.Xml"] = Secret,
            ["DirectoryChange.Code"] = Key,
            ["DraftConflict.Path"] = Checked,
            ["DraftEdit.Path"] = Checked,
            ["DraftTab.Section"] = Checked,
            ["ExchangeRate.Currency"] = Key,
            ["ExchangeRate.Source"] = Key,
            ["FieldMark.ContentHash"] = Code,
            ["FieldMark.Path"] = Checked,
            ["FormerAddress.Language"] = Key,
            ["FormerAddress.Slug"] = Key,
            ["GuidanceService.Code"] = Key,
            ["Guide.Language"] = Key,
            ["Guide.Slug"] = Key,
            ["GuideMention.Code"] = Key,
            ["IdentityUserClaim<Guid>.ClaimType"] = Secret,
            ["IdentityUserClaim<Guid>.ClaimValue"] = Secret,
            ["IdentityUserLogin<Guid>.LoginProvider"] = Secret,
            ["IdentityUserLogin<Guid>.ProviderDisplayName"] = Secret,
            ["IdentityUserLogin<Guid>.ProviderKey"] = Secret,
            ["IdentityUserToken<Guid>.LoginProvider"] = Secret,
            ["IdentityUserToken<Guid>.Name"] = Secret,
            ["IdentityUserToken<Guid>.Value"] = Secret,
            ["JobZone.Code"] = Key,
            ["JobZone.OtherPoint"] = NoText,
            ["JobZone.Provinces"] = NoText,
            ["Locality.Name"] = Key,
            ["Locality.Nis"] = Key,
            ["Locality.Postcode"] = Key,
            ["Municipality.Nis"] = Key,
            ["Municipality.Postcode"] = Key,
            ["JobOffer.Hash"] = Code,
            ["JobOffer.OccupationCode"] = Key,
            ["JobOffer.Occupations"] = NoText,
            ["JobOffer.Source"] = Key,
            ["Occupation.Code"] = Key,
            ["Occupation.Conditions"] = NoText,
            ["Occupation.Interests"] = NoText,
            ["OccupationTitle.Language"] = Key,
            ["OfferAlert.Language"] = Code,
            ["OfferAlert.NormalEmail"] = Key,
            ["OfferCorrection.OccupationCode"] = Key,
            ["OfferEntry.Language"] = Key,
            ["OfferLabel.Field"] = Code,
            ["OfferLabel.Source"] = Key,
            ["OfferLease.Name"] = Key,
            ["OfferRun.Source"] = Key,
            ["OfferSource.EntityTag"] = Secret,
            ["OfferSource.Key"] = Key,
            ["OfferSource.LastModified"] = Secret,
            ["PassedWarning.ContentHash"] = Code,
            ["PassedWarning.Path"] = Checked,
            ["PassedWarning.Rule"] = Code,
            ["QuizAnswer.ItemId"] = OfReaders,
            ["QuizSession.BankVersion"] = OfReaders,
            ["QuizSession.Dismissed"] = OfReaders,
            ["QuizSession.EngineVersion"] = OfReaders,
            ["QuizSession.Language"] = OfReaders,
            ["ReleaseItem.Document"] = NoText,
            ["ReplacedCode.Code"] = Key,
            ["ReplacedCode.NewCode"] = Key,
            ["Requirement.QualityId"] = Code,
            ["Revision.Hash"] = Code,
            ["SearchMeaning.Code"] = Code,
            ["SearchMeaning.Conditions"] = NoText,
            ["SearchMeaning.Contexts"] = NoText,
            ["SearchMeaning.Interests"] = NoText,
            ["SearchMeaning.Language"] = Code,
            ["SearchMeaning.Studies"] = NoText,
            ["SearchMiss.Language"] = Key,
            ["SectionApproval.ContentHash"] = Code,
            ["SectionApproval.Section"] = Checked,
            ["SharedAnswer.ItemId"] = OfReaders,
            ["SharedQuiz.BankVersion"] = OfReaders,
            ["ShortageListing.OccupationCode"] = Key,
            ["Source.Code"] = Key,
            ["TrainingCentre.Code"] = Key,
            ["TranslationBase.Fields"] = NoText,
            ["WageFloor.Source"] = Key,
            ["WorkPlatform.Code"] = Key,
            ["WorkPlatform.Source"] = Key,
        };

    /// <summary>Texts that are addresses of other sites.</summary>
    private static readonly HashSet<string> Links =
    [
        "CatalogueSource.Url",
        "GuidanceService.Website",
        "LinkCheck.Address",
        "OfferSource.Url",
        "Source.Url",
        "TrainingCentre.Website",
        "WorkPlatform.Website",
    ];

    /// <summary>What of the facts of an occupation is words; the rest is codes and numbers.</summary>
    private static readonly HashSet<string> WordsOfFacts = ["masculine", "feminine", "text", "origin"];

    /// <summary>What of an offer its source wrote.</summary>
    private static readonly HashSet<string> WordsOfOffers =
    [
        "title",
        "employer",
        "reference",
        "board",
        "contractLabel",
        "regimeLabel",
        "experienceLabel",
        "label",
        "municipality",
        "province",
        "jobLabel",
        "jobCode",
        "text",
        "url",
    ];

    /// <summary>Every property of the model that is kept as text.</summary>
    public static IReadOnlyDictionary<string, IProperty> Texts(PortalDbContext context) =>
        context
            .Model.GetEntityTypes()
            .Where(e => e.GetTableName() is not null && !e.IsMappedToJson())
            .SelectMany(e => e.GetProperties())
            .Where(p => (p.GetTypeMapping().Converter?.ProviderClrType ?? p.ClrType) == typeof(string))
            .Where(p => !(Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType).IsEnum)
            .ToDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>Fills a store; gives the places that it filled, by the text in each.</summary>
    public static async Task<IReadOnlyDictionary<string, (int Number, string Text)>> FillAsync(PortalDbContext context)
    {
        var places = new Dictionary<string, (int Number, string Text)>(StringComparer.Ordinal);
        string Mark(string place, int? room, bool isLink = false)
        {
            if (!places.TryGetValue(place, out var held))
            {
                var number = places.Count + 1;
                held = places[place] = (number, isLink ? HostileText.AddressOf(number) : HostileText.Of(number, room));
            }

            return held.Text;
        }

        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        foreach (var (name, property) in Texts(context).Where(t => !Kept.ContainsKey(t.Key)).OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            Func<string?, string?> replace = name switch
            {
                "Revision.Document" => before => HostileDocument(JsonNode.Parse(before!)!, Mark).ToJsonString(AsWritten),
                "Draft.Document" => before =>
                    DraftForm.Name(HostileDocument(DraftForm.Plain(JsonNode.Parse(before!))!, Mark))!.ToJsonString(AsWritten),
                "DirectoryChange.Document" => before => HostileEntry((JsonObject)JsonNode.Parse(before!)!, Mark).ToJsonString(AsWritten),
                "JobOffer.Facts" => before => HostileOffer(JsonNode.Parse(before!)!, Mark).ToJsonString(AsWritten),
                "CatalogueOccupation.Facts" => before => HostileFacts(JsonNode.Parse(before!)!, Mark).ToJsonString(AsWritten),
                "DraftConflict.Base" or "DraftConflict.Mine" or "DraftConflict.Theirs" => _ => JsonSerializer.Serialize(Mark(name, null)),
                "DraftEdit.After" or "DraftEdit.Before" => _ => new JsonObject { ["value"] = Mark(name, null) }.ToJsonString(),
                _ when property.ClrType == typeof(string) => _ => Mark(name, property.GetMaxLength(), Links.Contains(name)),
                _ => before => before is null ? null : HostileLeaves(JsonNode.Parse(before)!, () => Mark(name, null)).ToJsonString(AsWritten),
            };
            Replace(connection, property, replace);
        }

        return places;
    }

    private static string NameOf(IProperty property)
    {
        var type = property.DeclaringType.ClrType;
        var name = type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(a => a.Name))}>" : type.Name;
        return $"{name}.{property.Name}";
    }

    private static void Replace(SqliteConnection connection, IProperty property, Func<string?, string?> replace)
    {
        var table = property.DeclaringType.GetTableName()!;
        var column = property.GetColumnName();
        var rows = new List<(long Row, string? Text)>();
        using (var read = Command(connection, $"SELECT rowid, \"{column}\" FROM \"{table}\""))
        {
            using var reader = read.ExecuteReader();
            while (reader.Read())
            {
                rows.Add((reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetString(1)));
            }
        }

        Assert.True(rows.Count > 0, $"{table} has no row whose {column} could be hostile.");

        // What is nothing in some rows says something by that; where it is nothing in all, each takes the text.
        var isEmpty = rows.TrueForAll(r => r.Text is null);
        using var transaction = connection.BeginTransaction();
        foreach (var (row, text) in rows.Where(r => isEmpty || r.Text is not null))
        {
            using var write = Command(connection, $"UPDATE \"{table}\" SET \"{column}\" = $text WHERE rowid = $row");
            write.Transaction = transaction;
            write.Parameters.AddWithValue("$text", (object?)replace(text) ?? DBNull.Value);
            write.Parameters.AddWithValue("$row", row);
            write.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are the model's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    /// <summary>A guide each of whose texts is hostile; what it refers to, its words to choose from, days and numbers stay.</summary>
    private static JsonNode HostileDocument(JsonNode document, Func<string, int?, bool, string> mark)
    {
        foreach (var field in GuideForm.Sections.SelectMany(s => s.Fields))
        {
            var steps = field.Path!.Split('.');
            var owner = steps[..^1].Aggregate((JsonNode?)document, (node, step) => node is JsonObject members ? members[step] : null);
            if (owner is JsonObject held)
            {
                Fill(held, field, field.Path, mark);
            }
        }

        return document;
    }

    private static void Fill(JsonObject owner, FormField field, string place, Func<string, int?, bool, string> mark)
    {
        switch (field.Kind)
        {
            case FieldKind.Line or FieldKind.Prose:
                owner[field.Name] = mark($"guide {place}", field.MaxLength, false);
                break;
            case FieldKind.TextList when owner[field.Name] is JsonArray { Count: > 0 } texts:
                owner[field.Name] = new JsonArray([.. texts.Select(_ => (JsonNode)mark($"guide {place}", field.Children[0].MaxLength, false))]);
                break;
            case FieldKind.Group when owner[field.Name] is JsonObject group:
                FillChildren(group, field, place, mark);
                break;
            case FieldKind.List when owner[field.Name] is JsonArray items:
                foreach (var item in items.OfType<JsonObject>())
                {
                    FillChildren(item, field, place, mark);
                }

                break;
        }
    }

    private static void FillChildren(JsonObject owner, FormField field, string place, Func<string, int?, bool, string> mark)
    {
        foreach (var child in field.Children)
        {
            Fill(owner, child, $"{place}.{child.Name}", mark);
        }
    }

    /// <summary>An entry of a directory as its history holds it; where two differed, they still do.</summary>
    private static JsonObject HostileEntry(JsonObject entry, Func<string, int?, bool, string> mark)
    {
        foreach (var name in new[] { "title", "publisher", "reference" })
        {
            entry[name] = $"{mark($"DirectoryChange.Document {name}", null, false)}{entry[name]}";
        }

        entry["url"] = $"{mark("DirectoryChange.Document url", null, true)}{entry["url"]}";
        return entry;
    }

    /// <summary>The names of an occupation in every language, and where each fact is from; what tells facts apart stays.</summary>
    private static JsonNode HostileFacts(JsonNode node, Func<string, int?, bool, string> mark)
    {
        foreach (var (name, value) in (node as JsonObject)?.ToList() ?? [])
        {
            // Where levels are from is one of a few words of the program's own.
            if (WordsOfFacts.Contains(name) && value?.GetValueKind() == JsonValueKind.String && node["qualityId"] is null)
            {
                node[name] = mark($"facts {name}", null, false);
            }
        }

        foreach (var child in node is JsonArray items ? items : (node as JsonObject)?.Select(m => m.Value) ?? [])
        {
            if (child is JsonObject or JsonArray)
            {
                HostileFacts(child, mark);
            }
        }

        return node;
    }

    /// <summary>The words of an offer; codes, words of the program's own and days stay.</summary>
    private static JsonNode HostileOffer(JsonNode node, Func<string, int?, bool, string> mark)
    {
        foreach (var (name, value) in (node as JsonObject)?.ToList() ?? [])
        {
            if (WordsOfOffers.Contains(name) && value?.GetValueKind() == JsonValueKind.String)
            {
                node[name] = mark($"offer {name}", null, name == "url");
            }
        }

        foreach (var child in node is JsonArray items ? items : (node as JsonObject)?.Select(m => m.Value) ?? [])
        {
            if (child is JsonObject or JsonArray)
            {
                HostileOffer(child, mark);
            }
        }

        return node;
    }

    private static JsonNode HostileLeaves(JsonNode node, Func<string> mark) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Select(m => KeyValuePair.Create(m.Key, m.Value is null ? null : (JsonNode?)HostileLeaves(m.Value, mark)))
            ),
            JsonArray items => new JsonArray([.. items.Select(i => i is null ? null : HostileLeaves(i, mark))]),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(mark())!,
            _ => node.DeepClone(),
        };
}
