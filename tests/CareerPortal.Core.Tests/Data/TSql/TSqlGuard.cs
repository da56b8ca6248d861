using Microsoft.SqlServer.Dac;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>
/// Checks Transact-SQL without a server: its grammar, and that every table and column it names exists. It sees neither types that do
/// not fit, nor built-in functions that do not exist, nor locks.
/// </summary>
internal static class TSqlGuard
{
    private const int UnresolvedReference = 71502;

    /// <summary>What SQL Server 2022's grammar refuses in a script.</summary>
    public static IReadOnlyList<string> CheckGrammar(string script)
    {
        using var reader = new StringReader(script);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return [.. errors.Select(e => $"{e.Line}:{e.Column} {e.Message}")];
    }

    /// <summary>What the commands ask of a database that <paramref name="createScript"/> does not make.</summary>
    public static IReadOnlyList<string> CheckCommands(string createScript, IEnumerable<RecordedCommand> commands)
    {
        var faults = new List<string>();
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions { Collation = "French_100_CI_AI" });
        foreach (var batch in Batches(createScript))
        {
            Add(batch, "create script");
        }

        var numbered = commands.DistinctBy(c => (c.Text, string.Join(',', c.Parameters))).Index().ToList();
        foreach (var (number, command) in numbered)
        {
            Add(command.AsProcedure(number), command.Caller);
        }

        foreach (var message in model.Validate().Where(m => m.MessageType == DacMessageType.Error || m.Number == UnresolvedReference))
        {
            var sent = numbered.FirstOrDefault(c => message.Message.Contains($"[Sent{c.Index:0000}]", StringComparison.Ordinal)).Item;
            faults.Add($"{sent?.Caller ?? "create script"}: {message.Prefix}{message.Number}: {message.Message}\n{sent?.Text}");
        }

        return faults;

        void Add(string sql, string from)
        {
            try
            {
                model.AddObjects(sql);
            }
            catch (DacModelException e)
            {
                faults.Add($"{from}: {string.Join("; ", e.Messages.Select(m => m.Message).DefaultIfEmpty(e.Message))}\n{sql}");
            }
        }
    }

    private static IEnumerable<string> Batches(string script)
    {
        using var reader = new StringReader(script);
        var parsed = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out _);
        return parsed
            .Batches.SelectMany(b => b.Statements)
            .Where(s => s is not (AlterDatabaseStatement or IfStatement))
            .Select(s => script.Substring(s.StartOffset, s.FragmentLength));
    }
}
