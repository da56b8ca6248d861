using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CareerPortal.Migrations.SqlServer;

/// <summary>
/// Gives the database a French collation in which accents and case do not part words; but what identifies a row (codes, slugs,
/// languages: every text in a key or a unique index) is compared letter by letter, as SQLite does.
/// </summary>
internal sealed class FrenchCollation(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    internal const string Name = "French_100_CI_AI";

    private const string LetterByLetter = "Latin1_General_100_BIN2";

    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        modelBuilder.UseCollation(Name);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            var identifying = entity
                .GetKeys()
                .SelectMany(k => k.Properties)
                .Concat(entity.GetIndexes().Where(i => i.IsUnique).SelectMany(i => i.Properties));
            foreach (var property in identifying.Where(p => p.ClrType == typeof(string)))
            {
                property.SetCollation(LetterByLetter);
            }
        }
    }
}
