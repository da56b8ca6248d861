using Microsoft.Extensions.Primitives;

namespace CareerPortal.Web.Hosting;

/// <summary>An answer as the whole site once gave it, ready to be sent again.</summary>
internal sealed class ReadyAnswer
{
    public required int Status { get; init; }

    /// <summary>All headers but those that tell of the moment.</summary>
    public required KeyValuePair<string, StringValues>[] Headers { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>The tag by which a browser asks whether the page has changed.</summary>
    public required string Tag { get; init; }

    public required PageEdition Edition { get; init; }

    /// <summary>When the page was made, where the answer tells its age.</summary>
    public required DateTimeOffset? Made { get; init; }

    /// <summary>What answered at first, for whoever measures requests by route.</summary>
    public required Endpoint Endpoint { get; init; }

    /// <summary>Where the times are counted that the answer is sent.</summary>
    public required ReadyCount Count { get; init; }

    /// <summary>What an answer takes in memory, about.</summary>
    public int Bytes => Body.Length + Headers.Sum(h => 64 + (2 * h.Value.ToString().Length)) + 512;
}
