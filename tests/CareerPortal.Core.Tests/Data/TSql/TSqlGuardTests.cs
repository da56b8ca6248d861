using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CareerPortal.Core.Tests.Data.TSql;

public sealed class TSqlGuardTests
{
    [Fact]
    public void CheckGrammar_MigrationScript_FindsNothing()
    {
        using var context = new RecordingStore(finds: true, hits: true).CreateDbContext();
        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        var faults = TSqlGuard.CheckGrammar(script);

        Assert.Contains("__EFMigrationsHistory", script, StringComparison.Ordinal);
        Assert.Empty(faults);
    }

    [Fact]
    public void CheckGrammar_ScriptWithASlip_NamesTheLine()
    {
        var faults = TSqlGuard.CheckGrammar("SELECT 1;\nCREATE TABEL [Guides] ([Id] int);");

        Assert.StartsWith("2:", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckCommands_EverythingTheApplicationSends_FindsNothing()
    {
        var commands = await StoreCalls.RecordAsync();

        var faults = TSqlGuard.CheckCommands(CreateScript(), commands);

        Assert.Empty(faults);
    }

    [Fact]
    public async Task RecordAsync_EveryCall_ReachesItsLastCommand()
    {
        var sent = (await StoreCalls.RecordAsync()).ToLookup(c => c.Caller, c => c.Text);

        Assert.All(StoreCalls.All.Keys, name => Assert.NotEmpty(sent[name]));
        Assert.Contains(sent["GuideLibrary.FindAsync"], t => t.Contains("FROM [Sources]", StringComparison.Ordinal));
        Assert.Contains(sent["GuideLibrary.FindAsync"], t => t.Contains("FROM [Platforms]", StringComparison.Ordinal));
        Assert.Contains(sent["QuizDesk.StartAsync"], t => t.Contains("INSERT INTO [QuizSessions]", StringComparison.Ordinal));
        Assert.Contains(sent["QuizDesk.FindAsync"], t => t.Contains("FROM [Occupations]", StringComparison.Ordinal));
        Assert.Contains(sent["QuizDesk.AnswerAsync"], t => t.Contains("INSERT INTO [QuizAnswers]", StringComparison.Ordinal));
        Assert.Contains(sent["QuizDesk.AnswerAsync"], t => t.Contains("UPDATE", StringComparison.Ordinal));
        Assert.Contains(sent["ContentImport.ApplyAsync"], t => t.Contains("INTO [Revisions]", StringComparison.Ordinal));
        Assert.Contains(sent["ContentImport.ApplyAsync"], t => t.Contains("UPDATE [Guides]", StringComparison.Ordinal));
        Assert.Contains(sent["ContentImport.ApplyAsync"], t => t.Contains("UPDATE [ContentStamps]", StringComparison.Ordinal));
        Assert.Contains(sent["ContentImport.ApplyAsync"], t => t.Contains("DELETE FROM [Requirements]", StringComparison.Ordinal));
    }

    [Fact]
    public void All_PublicMethodsThatReachTheStore_AreCalled()
    {
        var missing = StoreCalls.Wanted.Except(StoreCalls.All.Keys);

        Assert.NotEmpty(StoreCalls.Wanted);
        Assert.True(!missing.Any(), $"Add to {nameof(StoreCalls)}.{nameof(StoreCalls.All)}: {string.Join(", ", missing)}");
    }

    [Theory]
    [InlineData("SELECT [g].[Nope] FROM [Guides] AS [g]", "SQL71501", "Nope")]
    [InlineData("UPDATE [Guides] SET [Nope] = 1", "SQL71501", "Nope")]
    [InlineData("SELECT [n].[Id] FROM [Nowhere] AS [n]", "SQL7150", "Nowhere")]
    [InlineData("SELECT [g].[Id] FORM [Guides] AS [g]", "Incorrect syntax", "Guides")]
    public void CheckCommands_CommandThatDoesNotFit_SaysWhichAndWhy(string text, string code, string name)
    {
        var command = new RecordedCommand("Somewhere.AskAsync", text, []);

        var faults = TSqlGuard.CheckCommands(CreateScript(), [command]);

        Assert.Contains(
            faults,
            f =>
                f.StartsWith("Somewhere.AskAsync: ", StringComparison.Ordinal)
                && f.Contains(code, StringComparison.Ordinal)
                && f.Contains(name, StringComparison.Ordinal)
        );
    }

    private static string CreateScript()
    {
        using var context = new RecordingStore(finds: true, hits: true).CreateDbContext();
        return context.Database.GenerateCreateScript();
    }
}
