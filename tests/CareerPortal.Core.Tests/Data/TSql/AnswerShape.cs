using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>The columns and the number of rows that one statement of a command answers with.</summary>
internal sealed record AnswerShape(IReadOnlyList<AnswerColumn> Columns, int Rows, bool Writes)
{
    public static IReadOnlyList<AnswerShape> Of(string command, bool finds)
    {
        using var reader = new StringReader(command);
        var script = new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        if (errors.Count > 0)
        {
            throw new FormatException($"{errors[0].Message} in: {command}");
        }

        return [.. ((TSqlScript)script).Batches.SelectMany(b => b.Statements).Select(s => Of(s, finds)).OfType<AnswerShape>()];
    }

    private static AnswerShape? Of(TSqlStatement statement, bool finds)
    {
        var aliases = new Aliases(statement);
        return statement switch
        {
            SelectStatement { QueryExpression: var query } => Select(Specification(query), aliases, finds),
            InsertStatement { InsertSpecification: { OutputClause: { } output, InsertSource: ValuesInsertSource values } } => new(
                aliases.Columns(output.SelectColumns),
                values.RowValues.Count,
                Writes: true
            ),
            MergeStatement { MergeSpecification: { OutputClause: { } output, TableReference: InlineDerivedTable table } } => new(
                aliases.Columns(output.SelectColumns),
                table.RowValues.Count,
                Writes: true
            ),
            UpdateStatement { UpdateSpecification.OutputClause: { } output } => new(aliases.Columns(output.SelectColumns), 1, Writes: true),
            DeleteStatement { DeleteSpecification.OutputClause: { } output } => new(aliases.Columns(output.SelectColumns), 1, Writes: true),
            _ => null,
        };
    }

    private static AnswerShape Select(QuerySpecification query, Aliases aliases, bool finds)
    {
        var answersAlways =
            query.FromClause is null
            || (
                query.GroupByClause is null
                && query.SelectElements
                    is [SelectScalarExpression { Expression: FunctionCall { FunctionName.Value: "COUNT" or "COUNT_BIG" or "MAX" or "MIN" or "SUM" } }]
            );
        return new AnswerShape(aliases.Columns(query.SelectElements), answersAlways || finds ? 1 : 0, Writes: false);
    }

    private static QuerySpecification Specification(QueryExpression query) =>
        query switch
        {
            QuerySpecification specification => specification,
            BinaryQueryExpression binary => Specification(binary.FirstQueryExpression),
            QueryParenthesisExpression parenthesis => Specification(parenthesis.QueryExpression),
            _ => throw new NotSupportedException(query.GetType().Name),
        };

    /// <summary>Follows a column through sub-queries to the table that it comes from.</summary>
    private sealed class Aliases : TSqlFragmentVisitor
    {
        private readonly Dictionary<string, TableReference> _tables = [];

        public Aliases(TSqlStatement statement) => statement.Accept(this);

        public override void Visit(TableReferenceWithAlias node)
        {
            if (node.Alias is not null)
            {
                _tables[node.Alias.Value] = node;
            }
        }

        public IReadOnlyList<AnswerColumn> Columns(IList<SelectElement> elements) =>
            [.. elements.Cast<SelectScalarExpression>().Select(e => Origin(e) with { Name = NameOf(e) })];

        private AnswerColumn Origin(SelectScalarExpression element)
        {
            if (element.Expression is not ColumnReferenceExpression { MultiPartIdentifier.Identifiers: { Count: > 1 } parts })
            {
                return new AnswerColumn(null, NameOf(element), NameOf(element));
            }

            var column = parts[^1].Value;
            return _tables.GetValueOrDefault(parts[^2].Value) switch
            {
                NamedTableReference named => new AnswerColumn(named.SchemaObject.BaseIdentifier.Value, column, column),
                QueryDerivedTable derived
                    when Specification(derived.QueryExpression)
                        .SelectElements.OfType<SelectScalarExpression>()
                        .FirstOrDefault(e => NameOf(e) == column)
                        is { } inner => Origin(inner),
                _ => new AnswerColumn(null, column, column),
            };
        }

        private static string NameOf(SelectScalarExpression element) =>
            element.ColumnName?.Value ?? (element.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value ?? "";
    }
}
