using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Directories;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>Writes entries of directories together with their history and the audit: the one way, whoever changes one.</summary>
internal static class DirectoryHistory
{
    /// <summary>Lets the store say what an entry says; the first change of an entry keeps what it said before, too. Whoever calls saves.</summary>
    public static async Task WriteAsync(
        PortalDbContext context,
        DirectoryKind kind,
        string document,
        Guid? accountId,
        string? note,
        DateTime nowUtc,
        CancellationToken cancellation
    )
    {
        var shelf = DirectoryShelf.Of(kind);
        var code = shelf.CodeOf(document);
        var before = await shelf.ReadAsync(context, code, cancellation);
        await shelf.WriteAsync(context, document, cancellation);
        await AddAsync(context, kind, code, before, shelf.Same(document), accountId, note, nowUtc, cancellation);
        var fields = before is null
            ? []
            : DocumentDifference.Between(JsonNode.Parse(before), JsonNode.Parse(document)).Fields.Select(c => c.Path).Take(50).ToList();
        AuditTrail.Record(context, nowUtc, accountId, before is null ? "directory.add" : "directory.change", KindWord(kind), code, fields, note);
    }

    /// <summary>Takes an entry away; its history stays. Whoever calls saves.</summary>
    public static async Task RemoveAsync(
        PortalDbContext context,
        DirectoryKind kind,
        string code,
        Guid? accountId,
        string? note,
        DateTime nowUtc,
        CancellationToken cancellation
    )
    {
        var shelf = DirectoryShelf.Of(kind);
        var before = await shelf.ReadAsync(context, code, cancellation);
        await shelf.RemoveAsync(context, code, cancellation);
        await AddAsync(context, kind, code, before, null, accountId, note, nowUtc, cancellation);
        AuditTrail.Record(context, nowUtc, accountId, "directory.delete", KindWord(kind), code, reason: note);
    }

    /// <summary>The number of the last change; 0 where nobody changed it.</summary>
    public static Task<int> NumberAsync(PortalDbContext context, DirectoryKind kind, string code, CancellationToken cancellation) =>
        context
            .DirectoryChanges.Where(c => c.Kind == kind && c.Code == code)
            .OrderByDescending(c => c.Number)
            .Select(c => c.Number)
            .FirstOrDefaultAsync(cancellation);

    private static string KindWord(DirectoryKind kind) => $"directory.{kind}";

    private static async Task AddAsync(
        PortalDbContext context,
        DirectoryKind kind,
        string code,
        string? before,
        string? after,
        Guid? accountId,
        string? note,
        DateTime nowUtc,
        CancellationToken cancellation
    )
    {
        var number = await NumberAsync(context, kind, code, cancellation);
        if (number == 0 && before is not null)
        {
            context.Add(Change(++number, before, null, null));
        }

        context.Add(Change(++number, after, accountId, note));

        DirectoryChange Change(int at, string? document, Guid? by, string? why) =>
            new()
            {
                Kind = kind,
                Code = code,
                Number = at,
                Document = document,
                AccountId = by,
                Note = why,
                AtUtc = nowUtc,
            };
    }
}
