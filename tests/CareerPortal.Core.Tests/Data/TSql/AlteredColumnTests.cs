using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>
/// SQL Server refuses to alter most columns on which a key, an index or a reference stands. The script is followed statement by statement.
/// </summary>
public sealed class AlteredColumnTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Script_AltersNoColumn_OnWhichSomethingStands(bool isUp)
    {
        using var context = new PortalDbContext(RecordingStore.OptionsOf());
        var script = context.GetService<IMigrator>();
        var (up, down) = (script.GenerateScript(), script.GenerateScript(context.Database.GetMigrations().Last(), Migration.InitialDatabase));

        var walk = new Walk();
        walk.Follow(up);
        if (!isUp)
        {
            walk.Follow(down);
        }

        Assert.NotEqual(0, walk.Altered);
        Assert.Empty(walk.Faults);
    }

    [Fact]
    public void Follow_ColumnUnderAnIndex_IsAFault()
    {
        var walk = new Walk();

        walk.Follow(
            "CREATE TABLE [T] ([Id] int NOT NULL, [A] int NOT NULL, CONSTRAINT [PK_T] PRIMARY KEY ([Id]));\nGO\nCREATE INDEX [IX_A] ON [T] ([A]);\nGO\n"
                + "ALTER TABLE [T] ALTER COLUMN [A] int NULL;"
        );

        Assert.Equal("[T].[A] under IX_A", Assert.Single(walk.Faults));
    }

    private sealed class Walk
    {
        private readonly Dictionary<string, (string Table, HashSet<string> Columns)> _standing = new(StringComparer.Ordinal);

        public List<string> Faults { get; } = [];

        public int Altered { get; private set; }

        public void Follow(string sql)
        {
            using var reader = new StringReader(sql);
            var script = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
            Assert.Empty(errors);
            foreach (var statement in script.Batches.SelectMany(b => b.Statements))
            {
                Take(statement);
            }
        }

        private void Take(TSqlStatement statement)
        {
            switch (statement)
            {
                case CreateTableStatement made:
                    Stand(Name(made.SchemaObjectName), made.Definition.TableConstraints);
                    break;
                case AlterTableAddTableElementStatement added:
                    Stand(Name(added.SchemaObjectName), added.Definition.TableConstraints);
                    break;
                case CreateIndexStatement index:
                    _standing[index.Name.Value] = (Name(index.OnName), [.. index.Columns.Select(c => Column(c.Column))]);
                    break;
                case DropIndexStatement dropped:
                    foreach (var clause in dropped.DropIndexClauses.OfType<DropIndexClause>())
                    {
                        _standing.Remove(clause.Index.Value);
                    }

                    break;
                case AlterTableDropTableElementStatement dropped:
                    foreach (var element in dropped.AlterTableDropTableElements.Where(e => e.TableElementType != TableElementType.Column))
                    {
                        _standing.Remove(element.Name.Value);
                    }

                    break;
                case DropTableStatement dropped:
                    foreach (var gone in _standing.Where(s => dropped.Objects.Any(o => Name(o) == s.Value.Table)).Select(s => s.Key).ToList())
                    {
                        _standing.Remove(gone);
                    }

                    break;
                case AlterTableAlterColumnStatement altered:
                    Altered++;
                    var table = Name(altered.SchemaObjectName);
                    Faults.AddRange(
                        _standing
                            .Where(s => s.Value.Table == table && s.Value.Columns.Contains(altered.ColumnIdentifier.Value))
                            .Select(s => $"[{table}].[{altered.ColumnIdentifier.Value}] under {s.Key}")
                    );
                    break;
            }
        }

        private void Stand(string table, IEnumerable<ConstraintDefinition> constraints)
        {
            foreach (var constraint in constraints)
            {
                HashSet<string>? columns = constraint switch
                {
                    UniqueConstraintDefinition key => [.. key.Columns.Select(c => Column(c.Column))],
                    ForeignKeyConstraintDefinition reference => [.. reference.Columns.Select(c => c.Value)],
                    _ => null,
                };
                if (columns is not null)
                {
                    _standing[constraint.ConstraintIdentifier.Value] = (table, columns);
                }
            }
        }

        private static string Name(SchemaObjectName name) => name.BaseIdentifier.Value;

        private static string Column(ColumnReferenceExpression column) => column.MultiPartIdentifier.Identifiers[^1].Value;
    }
}
