using System.Collections;
using System.Data.Common;
using CareerPortal.Guides;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>Reads out rows that no table holds: every number is 1, so that keys and foreign keys meet.</summary>
internal sealed class InventedReader(IReadOnlyList<AnswerShape> answers, InventedValues values, RecordingStore store) : DbDataReader
{
    /// <summary>Every number but new keys.</summary>
    public const int AnyNumber = 1;

    public static readonly Guid AnyGuid = new("0198a000-0000-7000-8000-000000000001");

    private int _answer;
    private int _row = -1;

    public override int Depth => 0;

    public override int FieldCount => Shape?.Columns.Count ?? 0;

    public override bool HasRows => Shape is { Rows: > 0 };

    public override bool IsClosed => false;

    public override int RecordsAffected => -1;

    private AnswerShape? Shape => _answer < answers.Count ? answers[_answer] : null;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => ++_row < (Shape?.Rows ?? 0);

    public override bool NextResult()
    {
        _answer++;
        _row = -1;
        return Shape is not null;
    }

    public override bool IsDBNull(int ordinal) => false;

    public override bool GetBoolean(int ordinal) => store.Finds;

    public override byte GetByte(int ordinal) => 1;

    public override char GetChar(int ordinal) => 'a';

    public override DateTime GetDateTime(int ordinal) => TestStore.Start.UtcDateTime;

    public override decimal GetDecimal(int ordinal) => 1;

    public override double GetDouble(int ordinal) => 1;

    public override float GetFloat(int ordinal) => 1;

    public override Guid GetGuid(int ordinal) => AnyGuid;

    public override short GetInt16(int ordinal) => 1;

    public override int GetInt32(int ordinal) =>
        (Shape!.Writes, Shape.Columns[ordinal].Name) switch
        {
            (true, "_Position") => _row,
            (true, "Id") => store.NextId(),
            (false, "") => store.Finds ? 1 : 0,
            (false, nameof(Revision.Format)) => GuideDocuments.Format,
            _ => 1,
        };

    public override long GetInt64(int ordinal) => Shape!.Writes && Shape.Columns[ordinal].Name == "Id" ? store.NextId() : AnyNumber;

    public override string GetString(int ordinal) => values.Text(Shape!.Columns[ordinal]);

    public override T GetFieldValue<T>(int ordinal) =>
        (T)(
            typeof(T) == typeof(DateOnly) ? DateOnly.FromDateTime(GetDateTime(ordinal))
            : typeof(T) == typeof(TimeOnly) ? TimeOnly.FromDateTime(GetDateTime(ordinal))
            : typeof(T) == typeof(DateTimeOffset) ? (object)TestStore.Start
            : typeof(T) == typeof(byte[]) ? new byte[] { 1 }
            : throw new NotSupportedException($"No value is invented for {typeof(T)}.")
        );

    public override string GetName(int ordinal) => Shape!.Columns[ordinal].Name;

    public override int GetOrdinal(string name) => Shape!.Columns.Index().First(c => c.Item.Name == name).Index;

    public override Type GetFieldType(int ordinal) => typeof(string);

    public override string GetDataTypeName(int ordinal) => "nvarchar";

    public override object GetValue(int ordinal) => GetString(ordinal);

    public override int GetValues(object[] values) => throw new NotSupportedException();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();
}
