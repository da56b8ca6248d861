using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareerPortal.Testing;

/// <summary>Writes down every command a store is sent, so that a test can count them.</summary>
public sealed class SentCommands : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _texts = new();

    public IReadOnlyCollection<string> Texts => _texts;

    public int Count => _texts.Count;

    public void Clear() => _texts.Clear();

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        _texts.Enqueue(result.CommandText);
        return result;
    }
}
