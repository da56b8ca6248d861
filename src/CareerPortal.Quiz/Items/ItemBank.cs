using System.Collections.Frozen;
using System.Text.Json;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Quiz.Items;

/// <summary>All items of a quiz and the dimensions that they measure.</summary>
public sealed class ItemBank
{
    internal const string InterestItems = "CareerPortal.Quiz.Items.interests.json";

    private const string QualityItems = "CareerPortal.Quiz.Items.items.json";
    private const string RetiredItems = "CareerPortal.Quiz.Items.retired-items.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly FrozenDictionary<string, int> _itemIndex;
    private readonly FrozenDictionary<string, int> _dimensionIndex;
    private readonly int[] _dimensionOf;
    private readonly int[][] _itemsOf;
    private readonly int[][] _askedOf;
    private readonly FrozenSet<(int, int)> _similar;

    /// <summary>Takes the items, and the dimensions in the order that profiles will have.</summary>
    /// <exception cref="FormatException">An item stands twice, measures an unknown dimension, or resembles an unknown item.</exception>
    public ItemBank(IEnumerable<Item> items, IEnumerable<string> dimensions, string version = "")
    {
        Items = [.. items];
        Dimensions = [.. dimensions];
        Version = version;

        var dimensionIndex = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var dimension in Dimensions)
        {
            if (!dimensionIndex.TryAdd(dimension, dimensionIndex.Count))
            {
                throw new FormatException($"items: the dimension '{dimension}' stands twice.");
            }
        }

        var itemIndex = new Dictionary<string, int>(StringComparer.Ordinal);
        _dimensionOf = new int[Items.Count];
        for (var at = 0; at < Items.Count; at++)
        {
            var item = Items[at];
            if (!itemIndex.TryAdd(item.Id, at))
            {
                throw new FormatException($"items: '{item.Id}' stands twice.");
            }

            if (!dimensionIndex.TryGetValue(item.QualityId, out _dimensionOf[at]))
            {
                throw new FormatException($"items: '{item.Id}' measures the unknown quality '{item.QualityId}'.");
            }
        }

        var similar = new HashSet<(int, int)>();
        for (var at = 0; at < Items.Count; at++)
        {
            foreach (var other in Items[at].SimilarTo)
            {
                if (!itemIndex.TryGetValue(other, out var otherAt) || otherAt == at)
                {
                    throw new FormatException($"items: '{Items[at].Id}' resembles the unknown item '{other}'.");
                }

                similar.Add((at, otherAt));
                similar.Add((otherAt, at));
            }
        }

        Asked = [.. Items.Where(item => !item.IsRetired)];
        _itemIndex = itemIndex.ToFrozenDictionary(StringComparer.Ordinal);
        _dimensionIndex = dimensionIndex.ToFrozenDictionary(StringComparer.Ordinal);
        _similar = similar.ToFrozenSet();
        _itemsOf = [.. Dimensions.Select((_, dimension) => Enumerable.Range(0, Items.Count).Where(at => _dimensionOf[at] == dimension).ToArray())];
        _askedOf = [.. _itemsOf.Select(own => own.Where(at => !Items[at].IsRetired).ToArray())];
    }

    /// <summary>The items, in a fixed order; those that are no longer asked come last.</summary>
    public IReadOnlyList<Item> Items { get; }

    /// <summary>The items that are still asked, in the same order.</summary>
    public IReadOnlyList<Item> Asked { get; }

    /// <summary>The dimensions, in the order of every profile estimated with this bank.</summary>
    public IReadOnlyList<string> Dimensions { get; }

    /// <summary>The version of the wordings.</summary>
    public string Version { get; }

    /// <summary>The bank that ships with the engine: the 24 qualities, then the six interests where their items are present.</summary>
    public static ItemBank Load()
    {
        var assembly = typeof(ItemBank).Assembly;
        using var qualities =
            assembly.GetManifestResourceStream(QualityItems) ?? throw new InvalidOperationException($"The engine was built without {QualityItems}.");
        using var interests = assembly.GetManifestResourceStream(InterestItems);
        using var retired = assembly.GetManifestResourceStream(RetiredItems);
        return Read(qualities, interests, retired);
    }

    /// <summary>Reads banks of format 1 (JSON, UTF-8).</summary>
    /// <param name="qualities">The items of the qualities; their version is the bank's.</param>
    /// <param name="interests">The items of the interests.</param>
    /// <param name="retired">Items that only earlier versions asked.</param>
    /// <exception cref="FormatException">A file is not a bank; the message names the item.</exception>
    public static ItemBank Read(Stream qualities, Stream? interests = null, Stream? retired = null)
    {
        var (items, version) = ReadItems(qualities);
        if (interests is not null)
        {
            items.AddRange(ReadItems(interests).Items);
        }

        if (retired is not null)
        {
            items.AddRange(ReadItems(retired).Items);
        }

        var dimensions = items.Any(item => InterestIds.Includes(item.QualityId)) ? QualityIds.All.Concat(InterestIds.All) : QualityIds.All;
        return new ItemBank(items, dimensions, version);
    }

    /// <summary>The item of this identifier, or null.</summary>
    public Item? Find(string id) => _itemIndex.TryGetValue(id, out var at) ? Items[at] : null;

    /// <summary>The place of an item in <see cref="Items"/>, or −1.</summary>
    public int IndexOf(string itemId) => _itemIndex.TryGetValue(itemId, out var at) ? at : -1;

    /// <summary>The place of a dimension in <see cref="Dimensions"/>, or −1.</summary>
    public int DimensionIndex(string dimension) => _dimensionIndex.TryGetValue(dimension, out var at) ? at : -1;

    /// <summary>The place in <see cref="Dimensions"/> of what the item at <paramref name="item"/> measures.</summary>
    public int DimensionOf(int item) => _dimensionOf[item];

    /// <summary>The places in <see cref="Items"/> of all items of one dimension.</summary>
    public ReadOnlySpan<int> ItemsOf(int dimension) => _itemsOf[dimension];

    /// <summary>The same without those that are no longer asked.</summary>
    public ReadOnlySpan<int> AskedOf(int dimension) => _askedOf[dimension];

    /// <summary>Whether an item is none of those asked, nor near-identical to one of them.</summary>
    public bool IsNew(int item, ReadOnlySpan<int> asked)
    {
        foreach (var other in asked)
        {
            if (item == other || AreSimilar(item, other))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two items are near-identical in wording (in either direction).</summary>
    public bool AreSimilar(int item, int other) => _similar.Contains((item, other));

    /// <summary>A bank of the same dimensions whose items are made from these, under another version.</summary>
    public ItemBank With(string version, Func<Item, Item> item) => new(Items.Select(item), Dimensions, version);

    private static (List<Item> Items, string Version) ReadItems(Stream stream)
    {
        ItemFile? file;
        try
        {
            file = JsonSerializer.Deserialize<ItemFile>(stream, Json);
        }
        catch (JsonException problem)
        {
            throw new FormatException($"items: {problem.Message}", problem);
        }

        if (file is not { Format: 1 } || file.Items is null)
        {
            throw new FormatException("items: the file must hold \"format\": 1 and a list of items.");
        }

        return ([.. file.Items.Select(entry => entry.ToItem())], file.Version ?? "");
    }

    private sealed record ItemFile(int Format, string? Version, IReadOnlyList<Entry>? Items);

    private sealed record Entry(
        string? Id,
        string? Quality,
        string? Interest,
        bool Reversed,
        Dictionary<string, string>? Text,
        IReadOnlyList<string>? SimilarTo,
        string? Since,
        string? Retired,
        double? A,
        double[]? B
    )
    {
        public Item ToItem()
        {
            var id = Id ?? throw new FormatException("items: an item without id.");
            var dimension = Interest is null ? Quality : InterestIds.FromLetter(Interest);
            if (dimension is null)
            {
                throw new FormatException($"items: '{id}' names neither a quality nor one of the interests R, I, A, S, E, C.");
            }

            foreach (var language in QuizText.Languages)
            {
                if (Text is null || !Text.TryGetValue(language, out var text) || string.IsNullOrWhiteSpace(text))
                {
                    throw new FormatException($"items: '{id}' has no text in {language}.");
                }
            }

            var item = new Item
            {
                Id = id,
                QualityId = dimension,
                Reversed = Reversed,
                Text = new QuizText(Text!),
                SimilarTo = SimilarTo ?? [],
                Since = Since,
                Retired = Retired,
            };
            return A is { } a && B is { } b ? item with { Parameters = new ItemParameters(a, b) } : item;
        }
    }
}
