using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CareerPortal.Migrations.SqlServer;

/// <summary>Gives the database a French collation in which accents and case do not part words.</summary>
internal sealed class FrenchCollation(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        modelBuilder.UseCollation("French_100_CI_AI");
    }
}
