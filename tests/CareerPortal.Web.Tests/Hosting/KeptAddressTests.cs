using System.Reflection;
using CareerPortal.Web.Hosting;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Tests.Pages;

namespace CareerPortal.Web.Tests.Hosting;

public sealed class KeptAddressTests
{
    private static readonly string[] ListKeys = ["q", "secteur", "etudes", "condition", "qualite", "lettre", "page"];

    [Fact]
    public void IsQuery_WithAnyOtherCaseOfAKey_IsFalse()
    {
        Assert.All(QueryKeys.All.SelectMany(QueryKeys.OtherCases), key => Assert.False(KeptAddress.IsQuery(new($"?{key}=1"), QueryKeys.All), key));
        Assert.All(QueryKeys.All, key => Assert.True(KeptAddress.IsQuery(new($"?{key}=1"), QueryKeys.All), key));
    }

    [Fact]
    public void IsQuery_WithAKeyNotNamed_IsFalse()
    {
        Assert.All(ListKeys, key => Assert.False(KeptAddress.IsQuery(new($"?{key}=1"), ListKeys.Except([key]).ToArray()), key));
        Assert.All(ListKeys, key => Assert.False(KeptAddress.IsQuery(new($"?{key}=1"), []), key));
    }

    [Fact]
    public void IsQuery_OfNamedKeysOnceInAnyOrder_IsTrueAndWithOneAgainFalse()
    {
        var count = 0;
        foreach (var order in Orders(ListKeys))
        {
            var query = "?" + string.Join('&', order.Select(k => k + "=a"));
            Assert.True(KeptAddress.IsQuery(new(query), ListKeys), query);
            Assert.False(KeptAddress.IsQuery(new($"{query}&{order[count % order.Length]}=a"), ListKeys), query);
            count++;
        }

        Assert.Equal(5040, count);
    }

    [Theory]
    [InlineData("?")]
    [InlineData("?&")]
    [InlineData("?q")]
    [InlineData("?=scan")]
    [InlineData("?q=scan&")]
    [InlineData("?&q=scan")]
    [InlineData("?q=scan&&page=2")]
    [InlineData("?q=scan;page=2")]
    [InlineData("?q[]=scan")]
    [InlineData("?q%5B%5D=scan")]
    [InlineData("?%71=scan")]
    [InlineData("?q%00=scan")]
    [InlineData("? q=scan")]
    [InlineData("?+q=scan")]
    [InlineData("?q =scan")]
    [InlineData("?q=a=b")]
    [InlineData("?q=%")]
    [InlineData("?q=%4")]
    [InlineData("?q=%4g")]
    [InlineData("?q=a b")]
    [InlineData("?q=é")]
    [InlineData("?q=<b>")]
    [InlineData("?q=a?page=2")]
    public void IsQuery_NotWrittenAsTheSiteWritesIt_IsFalse(string query) => Assert.False(KeptAddress.IsQuery(new(query), ListKeys));

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=num%C3%A9riser+des+livres")]
    [InlineData("?q=scan&secteur=&etudes=&condition=&qualite=")]
    [InlineData("?page=2&q=a%20b%26c%3Dd")]
    public void IsQuery_WrittenAsTheSiteOrABrowserWritesIt_IsTrue(string query) => Assert.True(KeptAddress.IsQuery(new(query), ListKeys));

    [Fact]
    public void IsQuery_LongerThanAPersonWrites_IsFalse()
    {
        var longest = "?q=" + new string('a', KeptAddress.LongestQuery - 3);

        Assert.True(KeptAddress.IsQuery(new(longest), ListKeys));
        Assert.False(KeptAddress.IsQuery(new(longest + "a"), ListKeys));
    }

    [Fact]
    public void SharedPages_NameOnlyKeysThatTheyRead() =>
        Faults.None(
            from page in QueryKeys.SharedPages
            from key in page.GetCustomAttribute<SharedPageAttribute>()!.VaryBy
            where !QueryKeys.Of(page).Contains(key, StringComparer.Ordinal)
            select $"{page.Name} names {key} and does not read it"
        );

    private static IEnumerable<string[]> Orders(string[] keys) =>
        keys.Length == 0
            ?
            [
                [],
            ]
            : keys.SelectMany(first => Orders([.. keys.Where(k => k != first)]).Select(rest => (string[])[first, .. rest]));
}
