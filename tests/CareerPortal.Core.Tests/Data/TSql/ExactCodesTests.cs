using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Migrations.SqlServer;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>What identifies a row is the same on both stores only when it is compared letter by letter.</summary>
public sealed class ExactCodesTests
{
    [Theory]
    [InlineData("TrainingCentres", "Code")]
    [InlineData("JobZones", "Code")]
    [InlineData("Platforms", "Code")]
    [InlineData("Sources", "Code")]
    [InlineData("Occupations", "Code")]
    [InlineData("Guides", "Slug")]
    [InlineData("Guides", "Language")]
    [InlineData("OccupationTitles", "Language")]
    [InlineData("Requirements", "QualityId")]
    [InlineData("QuizAnswers", "ItemId")]
    public void SqlServer_WhatIdentifiesARow_IsComparedLetterByLetter(string table, string column)
    {
        using var context = new PortalDbContext(RecordingStore.OptionsOf());

        var property = context
            .GetService<IDesignTimeModel>()
            .Model.GetEntityTypes()
            .Single(e => e.GetTableName() == table)
            .GetProperties()
            .Single(p => p.GetColumnName() == column);

        Assert.Equal("Latin1_General_100_BIN2", property.GetCollation());
    }

    [Fact]
    public void SqlServer_WhatPeopleRead_IsComparedAsFrenchIs()
    {
        using var context = new PortalDbContext(RecordingStore.OptionsOf());

        Assert.Equal("French_100_CI_AI", context.GetService<IDesignTimeModel>().Model.GetCollation());
        Assert.Null(
            context
                .GetService<IDesignTimeModel>()
                .Model.FindEntityType(typeof(TrainingCentre))!
                .FindProperty(nameof(TrainingCentre.Name))!
                .GetCollation()
        );
    }

    [Theory]
    [InlineData("CENTRE-NAMUR")]
    [InlineData("centre-namur ")]
    [InlineData("centré-namur")]
    public async Task CentreAsync_AnotherSpelling_IsNoneAndNotAskedFor(string code)
    {
        using var store = new TestStore();
        await store.ImportAsync(Sample.Set(Sample.CompleteGuide()), TestContext.Current.CancellationToken);
        store.Commands.Clear();

        var centre = await new PlaceDirectory(store, new ContentMark(store, TimeProvider.System)).CentreAsync(
            code,
            TestContext.Current.CancellationToken
        );

        Assert.Null(centre);
        Assert.Equal(0, store.Commands.Count);
    }

    [Fact]
    public void Advice_DatabaseMadeBeforehand_SaysWhatToRun()
    {
        var advice = DatabaseAdvice.For("Por]tal", "SQL_Latin1_General_CP1_CI_AS", hasSnapshot: false).ToList();

        Assert.Contains("ALTER DATABASE [Por]]tal] COLLATE French_100_CI_AI;", advice[0].Text, StringComparison.Ordinal);
        Assert.True(advice[0].IsForEmptyDatabase);
        Assert.Contains(
            "ALTER DATABASE [Por]]tal] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;",
            advice[1].Text,
            StringComparison.Ordinal
        );
        Assert.False(advice[1].IsForEmptyDatabase);
        Assert.Empty(
            TSqlGuard.CheckGrammar(
                "ALTER DATABASE [Por]]tal] COLLATE French_100_CI_AI;\nGO\nALTER DATABASE [Por]]tal] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;"
            )
        );
        Assert.Empty(TSqlGuard.CheckGrammar(DatabaseAdvice.Question));
    }

    [Fact]
    public void Advice_DatabaseThatMigratingMade_IsNone() => Assert.Empty(DatabaseAdvice.For("Portal", "French_100_CI_AI", hasSnapshot: true));
}
