using CareerPortal.Offers.Board;
using CareerPortal.Search;
using CareerPortal.Testing.Offers;

namespace CareerPortal.Core.Tests.Offers;

/// <summary>What the board knows besides offers, read once for a class of tests.</summary>
public sealed class BoardFixture : IDisposable
{
    private readonly PortalWords _words = new();

    public BoardFixture() => Lore = ShippedLore.Of(_words);

    public OfferLore Lore { get; }

    public void Dispose() => _words.Dispose();
}
