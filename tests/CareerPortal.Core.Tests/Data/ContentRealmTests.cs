using CareerPortal.Compatibility;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Offers;
using CareerPortal.Offers.Alerts;
using CareerPortal.Offers.Entries;
using CareerPortal.Search;
using CareerPortal.Testing;
using CareerPortal.Wages;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Data;

/// <summary>A change renews the stamp of its part of the content and of no other, whoever makes it.</summary>
public sealed class ContentRealmTests : IDisposable
{
    /// <summary>What is no content: nothing that readers share shows it.</summary>
    private static readonly Type[] NoContent =
    [
        typeof(QuizSession),
        typeof(QuizAnswer),
        typeof(SharedQuiz),
        typeof(SharedAnswer),
        typeof(SealedSharingKey),
        typeof(ContentStamp),
        typeof(DataProtectionKey),
        // Readers see a revision only once its guide points to it.
        typeof(Revision),
        // Kept for counsellors, who read it from the store.
        typeof(GuideVote),
        typeof(SearchMiss),
        typeof(OfferReport),
        typeof(OfferAlert),
        typeof(OfferAlertDigest),
        typeof(OfferAlertCount),
        typeof(OfferAlertKey),
        typeof(OfferRun),
        typeof(OfferLabel),
        typeof(OfferCorrection),
        // What offers show of it stands in their own rows.
        typeof(OfferDistinction),
        typeof(OfferCounter),
        typeof(OfferLease),
        typeof(OfferEntry),
        typeof(OfferEntryLink),
        typeof(DirectoryChange),
        typeof(LinkCheck),
        typeof(IdentityUserToken<Guid>),
        typeof(IdentityUserPasskey<Guid>),
        typeof(IdentityPasskeyData),
        typeof(IdentityUserClaim<Guid>),
        typeof(IdentityUserLogin<Guid>),
    ];

    /// <summary>What is the workspace's own: no public page shows it.</summary>
    private static readonly string[] Workspace = ["CareerPortal.Accounts", "CareerPortal.Editing"];

    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<ContentRealm, Type> Changes =>
        new()
        {
            { ContentRealm.Guides, typeof(Occupation) },
            { ContentRealm.Guides, typeof(Guide) },
            { ContentRealm.Guides, typeof(SearchMeaning) },
            { ContentRealm.Directories, typeof(TrainingCentre) },
            { ContentRealm.Directories, typeof(JobZone) },
            { ContentRealm.Directories, typeof(Source) },
            { ContentRealm.Parameters, typeof(WageFloor) },
            { ContentRealm.Parameters, typeof(ExchangeRate) },
            { ContentRealm.Quiz, typeof(BankCalibration) },
            { ContentRealm.None, typeof(Revision) },
        };

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Model_EveryEntity_BelongsToARealmOrIsNoContent()
    {
        using var context = _store.CreateDbContext();

        Assert.All(
            context.Model.GetEntityTypes(),
            e => Assert.True(e.ClrType.IsDefined(typeof(InRealmAttribute), inherit: false) != IsNoContent(e.ClrType), e.ClrType.Name)
        );
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task SaveChanges_EntityChanged_RenewsItsRealmAlone(ContentRealm realm, Type entity)
    {
        await _store.ImportFirstContentAsync(Cancellation);
        var before = await StampsAsync();

        await using (var context = _store.CreateDbContext())
        {
            await ChangeAsync(context, entity);
        }

        var after = await StampsAsync();
        Assert.Equal(realm == ContentRealm.None ? [] : [realm], before.Keys.Where(r => before[r] != after[r]));
    }

    [Fact]
    public async Task Of_OneRealmRenewed_ChangesWhatIsMadeOfItAlone()
    {
        await _store.ImportFirstContentAsync(Cancellation);
        var before = await new ContentMark(_store, _store.Time).CurrentAsync(Cancellation);
        await using (var context = _store.CreateDbContext())
        {
            await ChangeAsync(context, typeof(TrainingCentre));
        }

        var after = await new ContentMark(_store, _store.Time).CurrentAsync(Cancellation);

        Assert.Equal(before.Of(ContentRealm.Guides | ContentRealm.Parameters), after.Of(ContentRealm.Guides | ContentRealm.Parameters));
        Assert.NotEqual(before.Of(ContentRealm.Guides | ContentRealm.Directories), after.Of(ContentRealm.Guides | ContentRealm.Directories));
    }

    private static async Task ChangeAsync(PortalDbContext context, Type entity)
    {
        if (entity == typeof(Revision))
        {
            var guide = await context.Guides.Include(g => g.PublishedRevision).OrderBy(g => g.Id).FirstAsync(Cancellation);
            context.Add(Revision.Of(guide, 99, guide.PublishedRevision!.Read(), "Test", TestStore.Start.UtcDateTime));
        }
        else if (entity == typeof(BankCalibration))
        {
            context.Add(
                new BankCalibration
                {
                    Wordings = "x",
                    Number = 1,
                    Version = "x+c1",
                    EngineVersion = "1",
                    MadeUtc = TestStore.Start.UtcDateTime,
                    Quizzes = 1,
                    Items = [],
                }
            );
        }
        else
        {
            context.Remove(
                entity == typeof(Occupation) ? await context.Occupations.OrderBy(o => o.Id).LastAsync(Cancellation)
                : entity == typeof(Guide) ? await context.Guides.OrderBy(g => g.Id).LastAsync(Cancellation)
                : entity == typeof(SearchMeaning) ? await context.SearchMeanings.OrderBy(m => m.Id).LastAsync(Cancellation)
                : entity == typeof(TrainingCentre) ? await context.TrainingCentres.OrderBy(c => c.Id).LastAsync(Cancellation)
                : entity == typeof(JobZone) ? await context.JobZones.OrderBy(z => z.Id).LastAsync(Cancellation)
                : entity == typeof(Source) ? await context.Sources.OrderBy(s => s.Id).LastAsync(Cancellation)
                : entity == typeof(WageFloor) ? await context.WageFloors.OrderBy(w => w.From).LastAsync(Cancellation)
                : (object)await context.ExchangeRates.OrderBy(r => r.On).LastAsync(Cancellation)
            );
        }

        await context.SaveChangesAsync(Cancellation);
    }

    private async Task<Dictionary<ContentRealm, Guid>> StampsAsync()
    {
        await using var context = _store.CreateDbContext();
        return await context.ContentStamps.ToDictionaryAsync(s => s.Realm, s => s.Version, Cancellation);
    }

    private static bool IsNoContent(Type entity) => NoContent.Contains(entity) || Workspace.Contains(entity.Namespace);
}
