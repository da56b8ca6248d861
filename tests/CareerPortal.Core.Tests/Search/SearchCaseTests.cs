using CareerPortal.Guides;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Search;

public sealed class SearchCaseTests(SearchCaseTests.Content content) : IClassFixture<SearchCaseTests.Content>
{
    public static TheoryData<string, string> Cases => [.. SearchCase.All.Select(c => (c.Language, c.Query))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Search_WhatPeopleType_FindsWhatTheyMean(string language, string query)
    {
        var searched = SearchCase.All.Single(c => c.Language == language && c.Query == query);

        var found = await content.FoundAsync(searched);

        var fault = searched.FaultOf(found);
        Assert.True(fault is null, fault);
    }

    [Fact]
    public void Cases_Written_AreSixtyAndMore() => Assert.InRange(SearchCase.All.Count, 60, int.MaxValue);

    /// <summary>The first content in a store, its catalogues read once for all cases.</summary>
    public sealed class Content : IAsyncLifetime
    {
        private readonly TestStore _store = new();
        private GuideLibrary _library = null!;

        public async ValueTask InitializeAsync()
        {
            await _store.ImportFirstContentAsync();
            _library = _store.Library();
        }

        public ValueTask DisposeAsync()
        {
            _store.Dispose();
            return ValueTask.CompletedTask;
        }

        /// <summary>The occupations found, on all pages, the best first.</summary>
        public async Task<IReadOnlyList<string>> FoundAsync(SearchCase searched)
        {
            var found = new List<string>();
            GuideSearchResult result;
            var page = 0;
            do
            {
                var query = new GuideQuery { Text = searched.Query, Page = ++page };
                result = await _library.SearchAsync(searched.Language, query, TestContext.Current.CancellationToken);
                found.AddRange(result.Guides.Select(g => g.OccupationCode));
            } while (page < result.Pages);

            return found;
        }
    }
}
