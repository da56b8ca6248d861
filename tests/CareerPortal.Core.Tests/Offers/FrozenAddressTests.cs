using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CareerPortal.Offers.Board;

namespace CareerPortal.Core.Tests.Offers;

/// <summary>
/// Addresses that were saved under version 1 of their rules, over offers that never change: each still finds the set that it found then. Words that
/// are typed are read better over time and are not among them.
/// </summary>
public sealed class FrozenAddressTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string File = "addresses-v1.tsv";
    private const int MostNamed = 30;

    [Fact]
    public void Find_AddressesOfVersion1_KeepTheirSets()
    {
        var index = OfferIndex.Build(OfferGold.Offers(OfferGold.Folder), board.Lore);
        var lines = System.IO.File.ReadAllLines(Path.Combine(OfferGold.Folder, File)).Where(l => l.StartsWith('?')).ToList();

        Assert.InRange(lines.Count, 100, int.MaxValue);
        Assert.Empty(lines.Except(lines.Select(l => LineOf(index, l.Split('\t')[0]))));
    }

    [Fact]
    public void Find_AddressOfVersion1ReadByTheRulesOfVersion2_WouldLoseOffers()
    {
        var index = OfferIndex.Build(OfferGold.Offers(OfferGold.Folder), board.Lore);

        Assert.NotEqual(SetOf(index, "?contrat=interim&v=1"), SetOf(index, "?contrat=interim&v=2"));
        Assert.Equal(SetOf(index, "?contrat=interim&v=1"), SetOf(index, "?contrat=interim&contrat=interim-cdi&v=2"));
    }

    /// <summary>The address, how many offers it finds, a hash of their numbers, and the numbers themselves where they are few.</summary>
    private static string LineOf(OfferIndex index, string address)
    {
        var set = SetOf(index, address);
        var numbers = string.Join(' ', set.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(numbers)))[..16];
        return string.Create(CultureInfo.InvariantCulture, $"{address}\t{set.Count}\t{hash}\t{(set.Count <= MostNamed ? numbers : "")}");
    }

    private static List<long> SetOf(OfferIndex index, string address)
    {
        var query = OfferAddress.Read(
            address[1..].Split('&').Select(p => p.Split('=')).Select(p => KeyValuePair.Create(p[0], (string?)Uri.UnescapeDataString(p[1])))
        );
        var set = new List<long>();
        for (var page = 1; ; page++)
        {
            var hits = index.Find(query with { Page = page, PageSize = OfferQuery.MostPageSize }, OfferGold.AsOf).Page;
            set.AddRange(hits.SelectMany(h => h.Others.Prepend(h.Id)));
            if (hits.Count == 0)
            {
                set.Sort();
                return set;
            }
        }
    }
}
