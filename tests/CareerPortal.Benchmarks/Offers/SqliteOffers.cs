using System.Diagnostics;
using System.Globalization;
using CareerPortal.Offers;
using CareerPortal.Offers.Board;
using CareerPortal.Search;
using Microsoft.Data.Sqlite;

namespace CareerPortal.Benchmarks.Offers;

/// <summary>The same offers in SQLite's FTS5, fed with stemmed words; facets counted by a join.</summary>
internal sealed class SqliteOffers : IDisposable
{
    private readonly PortalWords _words;
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public SqliteOffers(IReadOnlyList<OpenOffer> offers, PortalWords words)
    {
        _words = words;
        var begun = Stopwatch.GetTimestamp();
        _connection.Open();
        Run(
            "CREATE VIRTUAL TABLE found USING fts5(title, employer, text); "
                + "CREATE TABLE held(offer INTEGER, value TEXT); CREATE INDEX by_offer ON held(offer, value);"
        );
        using (var transaction = _connection.BeginTransaction())
        {
            using var offer = Command(
                "INSERT INTO found(rowid, title, employer, text) VALUES ($id, $title, $employer, $text)",
                "$id",
                "$title",
                "$employer",
                "$text"
            );
            using var held = Command("INSERT INTO held VALUES ($id, $value)", "$id", "$value");
            foreach (var open in offers)
            {
                Run(offer, open.Id, Stemmed(words, open.Facts.Title), Stemmed(words, open.Facts.Employer), Stemmed(words, open.Facts.Text));
                foreach (var value in ValuesOf(open.Facts))
                {
                    Run(held, open.Id, value);
                }
            }

            transaction.Commit();
        }

        BuildSeconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    public double BuildSeconds { get; }

    public static string Stemmed(PortalWords words, string? text) =>
        text is null ? "" : string.Join(' ', words.In("fr").Words(text).Select(w => w.Base));

    public static IEnumerable<string> ValuesOf(OfferFacts facts) =>
        [
            $"contract {facts.Contract}",
            $"regime {facts.Regime}",
            $"board {facts.Board}",
            $"kind {facts.EmployerKind}",
            $"experience {facts.Experience}",
            $"telework {facts.Telework}",
            .. facts.Places.Select(p => $"province {p.Province ?? p.Region}").Distinct(),
            .. facts.Studies.Select(s => $"studies {s.Code}"),
            .. facts.Languages.Select(l => $"language {l.Code}"),
            .. facts.Licences.Select(l => $"licence {l.Code}"),
            .. facts.Sectors.Select(s => $"sector {s.Code}"),
        ];

    public int Find(string text, bool facets)
    {
        var match = string.Join(
            ' ',
            Stemmed(_words, text)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Distinct()
                .Take(OfferQuery.MostWords)
                .Select(w => $"\"{w.Replace("\"", "", StringComparison.Ordinal)}\"")
        );
        if (match.Length == 0)
        {
            return 0;
        }

        using var best = Command("SELECT rowid FROM found WHERE found MATCH $match ORDER BY bm25(found, 3, 1, 0.5) LIMIT 20", "$match");
        Read(best, match);
        if (facets)
        {
            using var counts = Command(
                "SELECT value, COUNT(*) FROM held WHERE offer IN (SELECT rowid FROM found WHERE found MATCH $match) GROUP BY value",
                "$match"
            );
            Read(counts, match);
        }

        using var total = Command("SELECT COUNT(*) FROM found WHERE found MATCH $match", "$match");
        total.Parameters[0].Value = match;
        return Convert.ToInt32(total.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public void Dispose() => _connection.Dispose();

    private static void Run(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }

    private static void Read(SqliteCommand command, string match)
    {
        command.Parameters[0].Value = match;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            _ = reader.GetValue(0);
        }
    }

    private void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params string[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            command.Parameters.AddWithValue(name, "");
        }

        return command;
    }
}
