using System.Collections.Concurrent;

namespace CareerPortal.Offers.Board;

/// <summary>Numbers for words and values: what was numbered once keeps its number. It only grows, by as many as there are different ones.</summary>
internal sealed class OfferTerms
{
    public const int None = -1;

    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private string[] _names = new string[1024];
    private int _count;

    public int Number(string name)
    {
        if (_numbers.TryGetValue(name, out var known))
        {
            return known;
        }

        lock (_lock)
        {
            if (_numbers.TryGetValue(name, out known))
            {
                return known;
            }

            if (_count == _names.Length)
            {
                Array.Resize(ref _names, _count * 2);
            }

            _names[_count] = name;
            _numbers[name] = _count;
            return _count++;
        }
    }

    public int Find(string name) => _numbers.TryGetValue(name, out var known) ? known : None;

    public int Count => Volatile.Read(ref _count);

    public string this[int number] => Volatile.Read(ref _names)[number];
}
