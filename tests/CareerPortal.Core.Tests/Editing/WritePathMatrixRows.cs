using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Directories;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using static CareerPortal.Core.Tests.Editing.WritePathMatrixStore;

namespace CareerPortal.Core.Tests.Editing;

/// <summary>Every way of writing in the workspace, and where a combination has no meaning, why.</summary>
internal static class WritePathMatrixRows
{
    private const string TextOnly = "It changes a draft alone, which nobody has agreed to: an agreement falls by itself where the text changes.";
    private const string AgreesToNothing = "It stands beside the text: it is not published with it, and no agreement covers it.";
    private const string BeforeAnybody = "It makes something that nobody has seen, so nobody has agreed to it.";
    private const string Administration = "It is decided by one administrator with a reason; no agreement of another comes before it.";
    private const string Reviewed =
        "One reviewer publishes it with a reason, by the version that was looked at; there is no agreement that could fall.";
    private const string OwnThing = "What each makes is a thing of its own beside the other's.";

    public static IReadOnlyList<WritePathMatrixRow> All { get; } =
    [
        .. Editorial(),
        .. Releases(),
        .. Withdrawals(),
        .. Drafting(),
        .. Talking(),
        .. Beginning(),
        .. OfTheCatalogue(),
        .. Translating(),
        .. Importing(),
        .. Directories(),
    ];

    private static string The(string desk, string method) => $"{desk}.{method}";

    private static IEnumerable<WritePathMatrixRow> Editorial()
    {
        const string desk = nameof(EditorialDesk);
        yield return new(
            The(desk, nameof(EditorialDesk.SubmitAsync)),
            async s =>
            {
                await s.TypeAsync(s.Author, Hook, "Entrez.");
                var version = await s.VersionAsync();
                return async a => (await s.Editorial.SubmitAsync(a, s.GuideId, version, "Prêt.", s.Cancellation)).Answer;
            }
        )
        {
            Rival = s => s.WriteOnAsync(),
            Theirs = [Theirs],
            NoAgreement = "It asks for an agreement and leans on none.",
            Revisions = 1,
        };
        yield return new(
            The(desk, nameof(EditorialDesk.ApproveAsync)),
            async s =>
            {
                await s.SubmitAsync();
                return async a => (await s.Editorial.ApproveAsync(a, s.GuideId, s.RevisionId, s.Cancellation)).Answer;
            }
        )
        {
            Rival = ReturnAsync,
            Theirs = ["À revoir."],
            Falls = s => s.WriteOnAsync(),
        };
        yield return new(
            The(desk, nameof(EditorialDesk.ApproveSectionAsync)),
            async s =>
            {
                await s.SubmitAsync();
                return async a => (await s.Editorial.ApproveSectionAsync(a, s.GuideId, s.RevisionId, "entete", s.Cancellation)).Answer;
            }
        )
        {
            Rival = ReturnAsync,
            Theirs = ["À revoir."],
            Falls = s => s.WriteOnAsync(),
        };
        yield return new(
            The(desk, nameof(EditorialDesk.ReturnAsync)),
            async s =>
            {
                await s.SubmitAsync();
                var revision = s.RevisionId;
                return async a => (await s.Editorial.ReturnAsync(a, s.GuideId, revision, "Pas encore.", s.Cancellation)).Answer;
            }
        )
        {
            Rival = WriteOnAndSubmitAsync,
            Theirs = [Theirs],
            NoAgreement = "It takes agreements back: one that has fallen already is not missed.",
        };
        yield return new(
            The(desk, nameof(EditorialDesk.PublishAsync)),
            async s =>
            {
                await s.ApproveAsync();
                var revision = s.RevisionId;
                return async a => (await s.Editorial.PublishAsync(a, s.GuideId, revision, "Nouveau.", ChangeKind.Major, s.Cancellation)).Answer;
            }
        )
        {
            Rival = WriteOnAndSubmitAsync,
            Theirs = [Theirs],
            Falls = s => s.WriteOnAsync(),
            Revisions = 1,
        };
        yield return new(
            The(desk, nameof(EditorialDesk.ScheduleAsync)),
            async s =>
            {
                await s.ApproveAsync();
                var (revision, at) = (s.RevisionId, s.Now.AddDays(2));
                return async a => (await s.Editorial.ScheduleAsync(a, s.GuideId, revision, at, "Nouveau.", ChangeKind.Major, s.Cancellation)).Answer;
            }
        )
        {
            Rival = async s =>
                Assert.Equal(
                    DeskAnswer.Done,
                    (
                        await s.Editorial.ScheduleAsync(s.Other, s.GuideId, s.RevisionId, s.Now.AddDays(5), Theirs, ChangeKind.Major, s.Cancellation)
                    ).Answer
                ),
            Theirs = [Theirs],
            Falls = s => s.WriteOnAsync(),
        };
        yield return new(
            The(desk, nameof(EditorialDesk.UnscheduleAsync)),
            async s =>
            {
                await s.ApproveAsync();
                var (revision, at) = (s.RevisionId, s.Now.AddDays(2));
                await s.Editorial.ScheduleAsync(s.Other, s.GuideId, revision, at, "Nouveau.", ChangeKind.Major, s.Cancellation);
                return async a => (await s.Editorial.UnscheduleAsync(a, s.GuideId, revision, s.Cancellation)).Answer;
            }
        )
        {
            Rival = WriteOnAndSubmitAsync,
            Theirs = [Theirs],
            Falls = s => s.WriteOnAsync(),
        };
        yield return new(
            The(desk, nameof(EditorialDesk.RestoreAsync)),
            async s =>
            {
                await s.TypeAsync(s.Author, Hook, "Entrez.");
                var (first, version) = (await OtherRevisionAsync(s), await s.VersionAsync());
                return async a => (await s.Editorial.RestoreAsync(a, s.GuideId, first, version, s.Cancellation)).Answer;
            }
        )
        {
            Rival = s => s.WriteOnAsync(),
            Theirs = [Theirs],
            NoAgreement = TextOnly,
            Revisions = 1,
        };
        yield return new(
            The(desk, nameof(EditorialDesk.RestoreFieldAsync)),
            async s =>
            {
                await s.TypeAsync(s.Author, Hook, "Entrez.");
                var (first, version) = (await s.FirstAsync(), await s.VersionAsync());
                var field = new RestoredField(FieldChangeKind.Changed, Hook);
                return async a => (await s.Editorial.RestoreFieldAsync(a, s.GuideId, first, field, version, s.Cancellation)).Answer;
            }
        )
        {
            Rival = s => s.WriteOnAsync(),
            Theirs = [Theirs],
            NoAgreement = TextOnly,
            Revisions = 1,
        };
        yield return new(
            The(desk, nameof(EditorialDesk.SaveRevisionAsync)),
            async s =>
            {
                await s.TypeAsync(s.Author, Hook, "Entrez.");
                var version = await s.VersionAsync();
                return async a => (await s.Editorial.SaveRevisionAsync(a, s.GuideId, version, "Avant les vacances", s.Cancellation)).Answer;
            }
        )
        {
            Rival = s => s.WriteOnAsync(),
            Theirs = [Theirs],
            NoAgreement = "It keeps a state under a name and brings it no nearer to readers.",
            Revisions = 1,
        };
        yield return new(
            The(desk, nameof(EditorialDesk.NameAsync)),
            async s =>
            {
                var first = await s.FirstAsync();
                return async a => (await s.Editorial.NameAsync(a, s.GuideId, first, Mine, s.Cancellation)).Answer;
            }
        )
        {
            // A label of one line: the last one stands, and the audit keeps each with who gave it.
            Rival = async s => await s.Editorial.NameAsync(s.Other, s.GuideId, await s.FirstAsync(), Theirs, s.Cancellation),
            AfterRival = DeskAnswer.Done,
            Typed = [Mine],
            Theirs = [Theirs],
            NoAgreement = AgreesToNothing,
        };
        yield return new(
            The(desk, nameof(EditorialDesk.PassAsync)),
            async s =>
            {
                await s.TypeAsync(s.Author, Hook, "Entrez.");
                return async a => (await s.Editorial.PassAsync(a, s.GuideId, [Pass("C'est voulu.")], s.Cancellation)).Answer;
            }
        )
        {
            Rival = async s => await s.Editorial.PassAsync(s.Other, s.GuideId, [Pass(Theirs)], s.Cancellation),
            AfterRival = DeskAnswer.DoneBefore,
            Theirs = [Theirs],
            NoAgreement = "It holds for one text as it is, and falls with that text.",
        };

        static WarningPass Pass(string reason) => new(Hook, GuideWarningKind(), reason);
        static FaultKind GuideWarningKind() => Enum.GetValues<FaultKind>().First(k => FaultSeverities.Of(k) == FaultSeverity.Warning);

        static async Task<int> OtherRevisionAsync(WritePathMatrixStore s)
        {
            await using var context = s.Store.CreateDbContext();
            var guide = await context.Guides.SingleAsync(g => g.Id == s.GuideId, s.Cancellation);
            var document = Sample.CompleteGuide().ToDocument();
            var revision = Revision.Of(guide, 2, document with { Content = document.Content with { Cons = ["Du bruit."] } }, "Test", s.Now);
            context.Add(revision);
            await context.SaveChangesAsync(s.Cancellation);
            return revision.Id;
        }
    }

    private static async Task ReturnAsync(WritePathMatrixStore s) =>
        Assert.Equal(DeskAnswer.Done, (await s.Editorial.ReturnAsync(s.Other, s.GuideId, s.RevisionId, "À revoir.", s.Cancellation)).Answer);

    private static async Task WriteOnAndSubmitAsync(WritePathMatrixStore s)
    {
        await s.WriteOnAsync();
        await s.SubmitAgainAsync();
    }

    private static IEnumerable<WritePathMatrixRow> Releases()
    {
        const string desk = nameof(ReleaseDesk);
        yield return new(
            The(desk, nameof(ReleaseDesk.CreateAsync)),
            s => Task.FromResult<Func<Actor, Task<DeskAnswer>>>(async a => (await s.Releases.CreateAsync(a, "Mars", s.Cancellation)).Answer)
        )
        {
            // A name tells nothing apart: each has theirs.
            Rival = async s => await s.Releases.CreateAsync(s.Other, "Mars", s.Cancellation),
            AfterRival = DeskAnswer.Done,
            Typed = ["Mars"],
            Theirs = ["Mars"],
            NoAgreement = BeforeAnybody,
        };
        yield return Of(
            nameof(ReleaseDesk.AddGuideAsync),
            ReleaseState.Preparing,
            null,
            before: async (s, id) =>
            {
                var view = (await s.Releases.FindAsync(s.Author, id, "fr", s.Cancellation)).Value!;
                await s.Releases.RemoveAsync(s.Author, id, view.Version, view.Items[0].Id, s.Cancellation);
                return s.GuideId;
            },
            act: async (s, a, id, v, guide) => (await s.Releases.AddGuideAsync(a, id, v, guide, null, ChangeKind.Minor, s.Cancellation)).Answer
        ) with
        {
            Falls = s => s.WriteOnAsync(),
        };
        yield return Of(
            nameof(ReleaseDesk.AddParameterAsync),
            ReleaseState.Preparing,
            async (s, a, id, v) => (await s.Releases.AddParameterAsync(a, id, v, ReleaseItemKind.WageFloor, Floor(260_000), s.Cancellation)).Answer
        ) with
        {
            NoAgreement = "It is what agreements are asked for: taking something in lets the agreement to the release fall.",
        };
        yield return Of(
            nameof(ReleaseDesk.RemoveAsync),
            ReleaseState.Preparing,
            null,
            before: async (s, id) => (await s.Releases.FindAsync(s.Author, id, "fr", s.Cancellation)).Value!.Items[0].Id,
            act: async (s, a, id, v, item) => (await s.Releases.RemoveAsync(a, id, v, item, s.Cancellation)).Answer
        ) with
        {
            NoAgreement = "It takes something out: the agreement to the release falls by it.",
        };
        yield return Of(
            nameof(ReleaseDesk.SubmitAsync),
            ReleaseState.Preparing,
            async (s, a, id, v) => (await s.Releases.SubmitAsync(a, id, v, s.Cancellation)).Answer
        ) with
        {
            NoAgreement = "It asks for an agreement; whoever agrees finds what has fallen.",
        };
        yield return Of(
            nameof(ReleaseDesk.ReturnAsync),
            ReleaseState.InReview,
            async (s, a, id, v) => (await s.Releases.ReturnAsync(a, id, v, "Pas encore.", s.Cancellation)).Answer
        ) with
        {
            NoAgreement = "It takes agreements back: one that has fallen already is not missed.",
        };
        yield return Of(
            nameof(ReleaseDesk.ApproveAsync),
            ReleaseState.InReview,
            async (s, a, id, v) => (await s.Releases.ApproveAsync(a, id, v, s.Cancellation)).Answer
        ) with
        {
            Falls = s => s.WriteOnAsync(),
        };
        yield return Of(
            nameof(ReleaseDesk.ScheduleAsync),
            ReleaseState.Approved,
            async (s, a, id, v) => (await s.Releases.ScheduleAsync(a, id, v, s.Now.AddDays(2), s.Cancellation)).Answer
        ) with
        {
            Falls = s => s.WriteOnAsync(),
        };
        yield return Of(
            nameof(ReleaseDesk.UnscheduleAsync),
            ReleaseState.Scheduled,
            async (s, a, id, v) => (await s.Releases.UnscheduleAsync(a, id, v, s.Cancellation)).Answer
        ) with
        {
            NoAgreement = "It keeps something from readers: what has fallen does so the more.",
        };
        yield return Of(
            nameof(ReleaseDesk.CancelAsync),
            ReleaseState.Approved,
            async (s, a, id, v) => (await s.Releases.CancelAsync(a, id, v, s.Cancellation)).Answer
        ) with
        {
            NoAgreement = "It keeps something from readers: what has fallen does so the more.",
        };
        yield return Of(
            nameof(ReleaseDesk.PublishAsync),
            ReleaseState.Approved,
            async (s, a, id, v) => (await s.Releases.PublishAsync(a, id, v, s.Cancellation)).Answer
        ) with
        {
            Falls = s => s.WriteOnAsync(),
        };

        static WritePathMatrixRow Of(
            string method,
            ReleaseState state,
            Func<WritePathMatrixStore, Actor, int, Guid, Task<DeskAnswer>>? write,
            Func<WritePathMatrixStore, int, Task<int>>? before = null,
            Func<WritePathMatrixStore, Actor, int, Guid, int, Task<DeskAnswer>>? act = null
        ) =>
            new(
                The(desk, method),
                async s =>
                {
                    var id = await AnyReleaseAsync(s) ?? await s.ReleaseAsync(state);
                    var given = before is null ? 0 : await before(s, id);
                    var version = await s.ReleaseVersionAsync(id);
                    return a => act is null ? write!(s, a, id, version) : act(s, a, id, version, given);
                }
            )
            {
                Rival = s => s.AddFloorAsync(),
                Theirs = ["250000"],
            };

        static async Task<int?> AnyReleaseAsync(WritePathMatrixStore s)
        {
            await using var context = s.Store.CreateDbContext();
            return await context.Releases.Select(r => (int?)r.Id).FirstOrDefaultAsync(s.Cancellation);
        }
    }

    private static IEnumerable<WritePathMatrixRow> Withdrawals()
    {
        const string desk = nameof(WithdrawalDesk);
        yield return new(
            The(desk, nameof(WithdrawalDesk.WithdrawAsync)),
            async s =>
            {
                var version = await s.GuideVersionAsync();
                return async a =>
                    (await s.Withdrawals.WithdrawAsync(a, s.GuideId, version, WithdrawalReason.Error, "Une erreur.", null, s.Cancellation)).Answer;
            }
        )
        {
            Rival = WithdrawAsync,
            AfterRival = DeskAnswer.NotNow,
            Theirs = [Theirs],
            NoAgreement = Administration,
        };
        yield return new(
            The(desk, nameof(WithdrawalDesk.ReinstateAsync)),
            async s =>
            {
                await WithdrawAsync(s);
                return async a => (await s.Withdrawals.ReinstateAsync(a, s.GuideId, Mine, s.Cancellation)).Answer;
            }
        )
        {
            Rival = async s => await s.Withdrawals.ReinstateAsync(s.Other, s.GuideId, Theirs, s.Cancellation),
            AfterRival = DeskAnswer.DoneBefore,
            Theirs = [Theirs],
            NoAgreement = Administration,
        };
        yield return new(
            The(nameof(RequirementsDesk), nameof(RequirementsDesk.PublishAsync)),
            async s =>
            {
                var version = (await s.Requirements.ReadAsync(s.Author, s.GuideId, s.Cancellation)).Value!.Version;
                return a => s.Requirements.PublishAsync(a, s.GuideId, version, Requiring("stress"), "Le métier a changé.", s.Cancellation);
            }
        )
        {
            Rival = async s =>
            {
                var version = (await s.Requirements.ReadAsync(s.Other, s.GuideId, s.Cancellation)).Value!.Version;
                await s.Requirements.PublishAsync(s.Other, s.GuideId, version, Requiring("rigueur"), Theirs, s.Cancellation);
            },
            Theirs = [Theirs],
            NoAgreement = Reviewed,
        };

        static async Task WithdrawAsync(WritePathMatrixStore s)
        {
            var version = await s.GuideVersionAsync();
            var done = await s.Withdrawals.WithdrawAsync(s.Other, s.GuideId, version, WithdrawalReason.Withdrawn, Theirs, null, s.Cancellation);
            Assert.Equal(DeskAnswer.Done, done.Answer);
        }

        static IReadOnlyList<RequirementEntry> Requiring(string quality) =>
            [
                new("detail", 5, 4, RequirementOrigin.Counsellor),
                new("patience", 3, 3, RequirementOrigin.Counsellor, 0.2),
                new(quality, 4, 5, RequirementOrigin.Counsellor),
            ];
    }

    private static IEnumerable<WritePathMatrixRow> Drafting()
    {
        const string desk = nameof(DraftDesk);
        yield return new(
            The(desk, nameof(DraftDesk.OpenAsync)),
            s =>
            {
                var tab = Guid.CreateVersion7();
                return Task.FromResult<Func<Actor, Task<DeskAnswer>>>(async a =>
                    (await s.Drafts.OpenAsync(a, s.GuideId, tab, s.Cancellation)).Answer
                );
            }
        )
        {
            Rival = s => s.WriteOnAsync(),
            AfterRival = DeskAnswer.Done,
            Theirs = [Theirs],
            NoAgreement = TextOnly,
            CountsTwice = "Opening shows what is there: it may be asked as often as a page is loaded, and begins one draft.",
        };
        yield return new(
            The(desk, nameof(DraftDesk.ApplyAsync)),
            async s =>
            {
                var (tab, seen) = await TabAsync(s);
                var batch = new DraftBatch(tab, 1, [new DraftChange(DraftEditKind.Set, Hook, Begun, Mine)], seen);
                return async a => (await s.Drafts.ApplyAsync(a, s.GuideId, batch, s.Cancellation)).Answer;
            }
        )
        {
            Rival = s => s.TypeAsync(s.Other, Hook, Theirs),
            AfterRival = DeskAnswer.Done,
            Typed = [Mine],
            Theirs = [Theirs],
            NoAgreement = TextOnly,
        };
        foreach (var isUndo in new[] { true, false })
        {
            yield return new(
                The(desk, isUndo ? nameof(DraftDesk.UndoAsync) : nameof(DraftDesk.RedoAsync)),
                async s =>
                {
                    var (tab, seen) = await TabAsync(s);
                    var batch = new DraftBatch(tab, 1, [new DraftChange(DraftEditKind.Set, Hook, await HookAsync(s), Mine)], seen);
                    Assert.Equal(DeskAnswer.Done, (await s.Drafts.ApplyAsync(s.Self, s.GuideId, batch, s.Cancellation)).Answer);
                    var step = new DraftStep(tab, 2, (await s.Drafts.OpenAsync(s.Self, s.GuideId, tab, s.Cancellation)).Value!.Sequence);
                    if (!isUndo)
                    {
                        Assert.Equal(DeskAnswer.Done, (await s.Drafts.UndoAsync(s.Self, s.GuideId, step, s.Cancellation)).Answer);
                        step = new DraftStep(tab, 3, (await s.Drafts.OpenAsync(s.Self, s.GuideId, tab, s.Cancellation)).Value!.Sequence);
                    }

                    return async a =>
                        (
                            isUndo
                                ? await s.Drafts.UndoAsync(a, s.GuideId, step, s.Cancellation)
                                : await s.Drafts.RedoAsync(a, s.GuideId, step, s.Cancellation)
                        ).Answer;
                }
            )
            {
                Rival = s => s.TypeAsync(s.Other, Hook, Theirs),
                AfterRival = DeskAnswer.Done,
                Typed = [Mine],
                Theirs = [Theirs],
                NoAgreement = TextOnly,
                TabsCountTwice = "Each tab takes back what was typed in it, and nothing else.",
            };
        }

        yield return new(
            The(desk, nameof(DraftDesk.ChooseAsync)),
            async s =>
            {
                if ((await ConflictsAsync(s)).Count == 0)
                {
                    var (typing, before) = await TabAsync(s);
                    await s.TypeAsync(s.Other, Hook, Theirs);
                    var batch = new DraftBatch(typing, 1, [new DraftChange(DraftEditKind.Set, Hook, Begun, Mine)], before);
                    await s.Drafts.ApplyAsync(s.Self, s.GuideId, batch, s.Cancellation);
                }

                var conflict = Assert.Single(await ConflictsAsync(s));
                var (tab, seen) = await TabAsync(s);
                var choice = new DraftChoice(conflict.Id, ConflictChoice.Mine, conflict.Stamp);
                return async a => (await s.Drafts.ChooseAsync(a, s.GuideId, choice, new DraftStep(tab, 1, seen), s.Cancellation)).Answer;
            }
        )
        {
            Rival = async s =>
            {
                var conflict = Assert.Single(await ConflictsAsync(s));
                var tab = Guid.CreateVersion7();
                var seen = (await s.Drafts.OpenAsync(s.Other, s.GuideId, tab, s.Cancellation)).Value!.Sequence;
                var choice = new DraftChoice(conflict.Id, ConflictChoice.Theirs, conflict.Stamp);
                await s.Drafts.ChooseAsync(s.Other, s.GuideId, choice, new DraftStep(tab, 1, seen), s.Cancellation);
            },
            Typed = [Mine],
            Theirs = [Mine, Theirs],
            NoAgreement = TextOnly,
        };
        yield return new(
            The(desk, nameof(DraftDesk.SeenAsync)),
            async s =>
            {
                var (tab, _) = await TabAsync(s);
                return a => s.Drafts.SeenAsync(a, s.GuideId, tab, null, s.Cancellation);
            }
        )
        {
            NoRival = "It tells that somebody is there, and holds no text.",
            NoAgreement = AgreesToNothing,
            CountsTwice = "A sign of life is given again and again; it leaves one line a tab.",
        };
        yield return new(
            The(desk, nameof(DraftDesk.DiscardAsync)),
            async s =>
            {
                await s.TypeAsync(s.Author, Hook, "Entrez.");
                var version = await s.VersionAsync();
                return a => s.Drafts.DiscardAsync(a, s.GuideId, version, s.Cancellation);
            }
        )
        {
            Rival = s => s.WriteOnAsync(),
            Theirs = [Theirs],
            NoAgreement = "Only a draft that is being written can be given up: one that was submitted is refused.",
        };

        static async Task<(Guid Tab, long Seen)> TabAsync(WritePathMatrixStore s)
        {
            var tab = Guid.CreateVersion7();
            return (tab, (await s.Drafts.OpenAsync(s.Self, s.GuideId, tab, s.Cancellation)).Value!.Sequence);
        }

        static async Task<string> HookAsync(WritePathMatrixStore s) =>
            $"{(await s.Drafts.ReadAsync(s.Self, s.GuideId, s.Cancellation)).Value!.Document["content"]!["hook"]}";

        static async Task<IReadOnlyList<OpenConflict>> ConflictsAsync(WritePathMatrixStore s) =>
            (await s.Drafts.ReadAsync(s.Self, s.GuideId, s.Cancellation)).Value!.Conflicts;
    }

    private static IEnumerable<WritePathMatrixRow> Talking()
    {
        const string desk = nameof(CommentDesk);
        yield return new(
            The(desk, nameof(CommentDesk.StartAsync)),
            s =>
                Task.FromResult<Func<Actor, Task<DeskAnswer>>>(async a =>
                    (await s.Comments.StartAsync(a, s.GuideId, "", Mine, s.Cancellation)).Answer
                )
        )
        {
            Rival = async s => await s.Comments.StartAsync(s.Other, s.GuideId, "", Theirs, s.Cancellation),
            AfterRival = DeskAnswer.Done,
            Typed = [Mine],
            Theirs = [Theirs],
            NoAgreement = AgreesToNothing,
        };
        yield return new(
            The(desk, nameof(CommentDesk.ReplyAsync)),
            async s =>
            {
                var thread = await ThreadAsync(s);
                return async a => (await s.Comments.ReplyAsync(a, s.GuideId, thread, Mine, s.Cancellation)).Answer;
            }
        )
        {
            Rival = async s => await s.Comments.ReplyAsync(s.Other, s.GuideId, await ThreadAsync(s), Theirs, s.Cancellation),
            AfterRival = DeskAnswer.Done,
            Typed = [Mine],
            Theirs = [Theirs],
            NoAgreement = AgreesToNothing,
        };
        yield return new(
            The(desk, nameof(CommentDesk.MoveAsync)),
            async s =>
            {
                var thread = await ThreadAsync(s);
                return async a =>
                    (await s.Comments.MoveAsync(a, s.GuideId, thread, CareerPortal.Editing.ThreadState.Resolved, s.Cancellation)).Answer;
            }
        )
        {
            Rival = async s => await s.Comments.ReplyAsync(s.Other, s.GuideId, await ThreadAsync(s), Theirs, s.Cancellation),
            AfterRival = DeskAnswer.Done,
            Theirs = [Theirs],
            NoAgreement = AgreesToNothing,
        };
        yield return new(
            The(desk, nameof(CommentDesk.MarkAsync)),
            async s =>
            {
                await s.TypeAsync(s.Author, Hook, "Entrez.");
                var hash = CommentDesk.HashOf(JsonValue.Create("Entrez."));
                return async a => (await s.Comments.MarkAsync(a, s.GuideId, Hook, hash, MarkKind.Accepted, s.Cancellation)).Answer;
            }
        )
        {
            Rival = s => s.TypeAsync(s.Other, Hook, Theirs),
            Theirs = [Theirs],
            Falls = s => s.TypeAsync(s.Other, Hook, Theirs),
        };
        yield return new(
            The(nameof(ShareDesk), nameof(ShareDesk.ShareAsync)),
            async s =>
            {
                var first = await s.FirstAsync();
                return async a => (await s.Shares.ShareAsync(a, s.GuideId, first, 7, Mine, s.Cancellation)).Answer;
            }
        )
        {
            NoRival = OwnThing,
            NoAgreement = "A guest is shown what is not agreed to yet: that is what links are for.",
            CountsTwice = "A link is told once and stored nowhere, so a second asking cannot be told the first: both are listed and can be revoked.",
        };
        yield return new(
            The(nameof(ShareDesk), nameof(ShareDesk.RevokeAsync)),
            async s =>
            {
                var link = await LinkAsync(s);
                return async a => (await s.Shares.RevokeAsync(a, s.GuideId, link, s.Cancellation)).Answer;
            }
        )
        {
            Rival = async s => await s.Shares.RevokeAsync(s.Other, s.GuideId, await LinkAsync(s), s.Cancellation),
            AfterRival = DeskAnswer.DoneBefore,
            NoAgreement = AgreesToNothing,
        };
        yield return new(
            The(nameof(PreviewDesk), nameof(PreviewDesk.MakeAsync)),
            s =>
                Task.FromResult<Func<Actor, Task<DeskAnswer>>>(async a =>
                    (await s.Previews.MakeAsync(a, s.Now.AddDays(3), null, 7, Mine, s.Cancellation)).Answer
                )
        )
        {
            NoRival = OwnThing,
            NoAgreement = "It shows what is planned before anybody agrees: that is what it is for, and it publishes nothing.",
            CountsTwice = "A link is told once and stored nowhere, so a second asking cannot be told the first: both are listed and can be revoked.",
        };
        yield return new(
            The(nameof(PreviewDesk), nameof(PreviewDesk.RevokeAsync)),
            async s =>
            {
                var link = await PreviewAsync(s);
                return async a => (await s.Previews.RevokeAsync(a, link, s.Cancellation)).Answer;
            }
        )
        {
            Rival = async s => await s.Previews.RevokeAsync(s.Other, await PreviewAsync(s), s.Cancellation),
            AfterRival = DeskAnswer.DoneBefore,
            NoAgreement = AgreesToNothing,
        };

        static async Task<int> PreviewAsync(WritePathMatrixStore s)
        {
            if ((await s.Previews.ListAsync(s.Author, 1, s.Cancellation)).Value!.Total == 0)
            {
                await s.Previews.MakeAsync(s.Author, s.Now.AddDays(3), null, 7, "Pour Léa", s.Cancellation);
            }

            return (await s.Previews.ListAsync(s.Author, 1, s.Cancellation)).Value!.Items[0].Id;
        }

        static async Task<int> ThreadAsync(WritePathMatrixStore s)
        {
            await using var context = s.Store.CreateDbContext();
            return await context.CommentThreads.Select(t => (int?)t.Id).FirstOrDefaultAsync(s.Cancellation)
                ?? (await s.Comments.StartAsync(s.Author, s.GuideId, "", "Une question.", s.Cancellation)).Value;
        }

        static async Task<int> LinkAsync(WritePathMatrixStore s)
        {
            await using var context = s.Store.CreateDbContext();
            if (await context.ShareLinks.Select(l => (int?)l.Id).FirstOrDefaultAsync(s.Cancellation) is { } there)
            {
                return there;
            }

            await s.Shares.ShareAsync(s.Author, s.GuideId, await s.FirstAsync(), 7, "Pour Léa", s.Cancellation);
            return await context.ShareLinks.Select(l => l.Id).SingleAsync(s.Cancellation);
        }
    }

    private static IEnumerable<WritePathMatrixRow> Beginning()
    {
        const string desk = nameof(GuideStart);
        yield return new(
            The(desk, nameof(GuideStart.CreateAsync)),
            s => Task.FromResult<Func<Actor, Task<DeskAnswer>>>(async a => (await s.Starts.CreateAsync(a, New("Luthier"), s.Cancellation)).Answer)
        )
        {
            Rival = async s => await s.Starts.CreateAsync(s.Other, New(Theirs), s.Cancellation),
            AfterRival = DeskAnswer.InConflict,
            Theirs = [Theirs],
            NoAgreement = BeforeAnybody,
        };
        yield return new(
            The(desk, nameof(GuideStart.CloneAsync)),
            s =>
                Task.FromResult<Func<Actor, Task<DeskAnswer>>>(async a =>
                    (await s.Starts.CloneAsync(a, s.GuideId, New("Luthier"), s.Cancellation)).Answer
                )
        )
        {
            Rival = async s => await s.Starts.CloneAsync(s.Other, s.GuideId, New(Theirs), s.Cancellation),
            AfterRival = DeskAnswer.InConflict,
            Theirs = [Theirs],
            NoAgreement = BeforeAnybody,
        };
        yield return new(
            The(desk, nameof(GuideStart.AssignAsync)),
            s =>
            {
                var sheet = new CareSheet(s.Author.AccountId, new DateOnly(2027, 3, 1), [], Guid.Empty);
                return Task.FromResult<Func<Actor, Task<DeskAnswer>>>(async a =>
                    (await s.Starts.AssignAsync(a, s.GuideId, sheet, s.Cancellation)).Answer
                );
            }
        )
        {
            Rival = async s =>
                await s.Starts.AssignAsync(
                    s.Other,
                    s.GuideId,
                    new CareSheet(s.Other.AccountId, new DateOnly(2027, 5, 1), [], Guid.Empty),
                    s.Cancellation
                ),
            Theirs = ["2027-05-01"],
            NoAgreement = AgreesToNothing,
        };

        static NewOccupation New(string name) => new("luthier", name, null, Sector.Digital, StudyLevel.UpperSecondary, GuideKind.Brief);
    }

    private static IEnumerable<WritePathMatrixRow> OfTheCatalogue()
    {
        yield return new(
            The(nameof(CatalogueDesk), nameof(CatalogueDesk.ReviewAsync)),
            async s =>
            {
                var card = await ListedAsync(s);
                return async a => (await s.Catalogue.ReviewAsync(a, card.Occupation.Code, card.Version, isReviewed: true, s.Cancellation)).Answer;
            }
        )
        {
            Rival = async s => await s.Import.ApplyAsync(WritePathMatrixStore.Listed("luthière d'ici"), s.Cancellation),
            Theirs = ["luthière d'ici"],
            NoAgreement = Reviewed,
        };
        yield return new(
            The(nameof(GuideStart), nameof(GuideStart.FromCatalogueAsync)),
            async s =>
            {
                var card = await ListedAsync(s);
                return async a =>
                    (
                        await s.Starts.FromCatalogueAsync(
                            a,
                            card.Occupation.Code,
                            Sector.Digital,
                            StudyLevel.UpperSecondary,
                            new GuideContent { Summary = "", Introduction = ["Des faits."] },
                            s.Cancellation
                        )
                    ).Answer;
            }
        )
        {
            Rival = async s =>
                await s.Starts.CreateAsync(
                    s.Other,
                    new NewOccupation("luthier", Theirs, null, Sector.Digital, StudyLevel.UpperSecondary, GuideKind.Brief),
                    s.Cancellation
                ),
            AfterRival = DeskAnswer.InConflict,
            Theirs = [Theirs],
            NoAgreement = BeforeAnybody,
        };

        static async Task<CatalogueCard> ListedAsync(WritePathMatrixStore s)
        {
            await s.Import.ApplyAsync(WritePathMatrixStore.Listed("luthière"), s.Cancellation);
            return (await s.Catalogue.FindAsync(s.Author, "luthier", s.Cancellation)).Value!;
        }
    }

    private static IEnumerable<WritePathMatrixRow> Translating()
    {
        const string desk = nameof(TranslationDesk);
        yield return new(
            The(desk, nameof(TranslationDesk.StartAsync)),
            s =>
                Task.FromResult<Func<Actor, Task<DeskAnswer>>>(async a =>
                    (await s.Translations.StartAsync(a, s.GuideId, "nl", s.Cancellation)).Answer
                )
        )
        {
            Rival = async s => await s.Translations.StartAsync(s.Other, s.GuideId, "nl", s.Cancellation),
            AfterRival = DeskAnswer.DoneBefore,
            NoAgreement = BeforeAnybody,
        };
        yield return new(
            The(desk, nameof(TranslationDesk.WriteAsync)),
            async s =>
            {
                var (guide, tab) = (await s.TranslationAsync(), Guid.CreateVersion7());
                var original = (await s.Translations.ReadAsync(s.Self, guide, s.Cancellation)).Value!.OriginalRevisionId;
                TranslatedText[] texts = [new(Hook, Hook, null, Mine)];
                return async a => (await s.Translations.WriteAsync(a, guide, tab, original, texts, s.Cancellation)).Answer;
            }
        )
        {
            Rival = async s => await s.TypeAsync(s.Other, Hook, Theirs, await s.TranslationAsync()),
            AfterRival = DeskAnswer.Done,
            Typed = [Mine],
            Theirs = [Theirs],
            NoAgreement = TextOnly,
        };
        yield return new(
            The(desk, nameof(TranslationDesk.AlignAsync)),
            async s =>
            {
                var (guide, tab) = (await s.TranslationAsync(), Guid.CreateVersion7());
                var typing = Guid.CreateVersion7();
                var open = (await s.Drafts.OpenAsync(s.Author, guide, typing, s.Cancellation)).Value!;
                var item = open.Document["content"]!["salaries"]![0]!["$id"]!.GetValue<string>();
                var removal = new DraftBatch(typing, 1, [new DraftChange(DraftEditKind.Remove, $"content.salaries.{item}")], open.Sequence);
                Assert.Equal(DeskAnswer.Done, (await s.Drafts.ApplyAsync(s.Author, guide, removal, s.Cancellation)).Answer);
                var section = GuideForm.Sections.First(f => f.Fields.Any(x => x.Path == "content.salaries")).Id;
                var original = (await s.Translations.ReadAsync(s.Self, guide, s.Cancellation)).Value!.OriginalRevisionId;
                return async a => (await s.Translations.AlignAsync(a, guide, tab, original, section, s.Cancellation)).Answer;
            }
        )
        {
            Rival = async s => await s.TypeAsync(s.Other, Hook, Theirs, await s.TranslationAsync()),
            AfterRival = DeskAnswer.Done,
            Theirs = [Theirs],
            NoAgreement = TextOnly,
        };
        yield return new(
            The(desk, nameof(TranslationDesk.MarkAsync)),
            async s =>
            {
                var guide = await s.TranslationAsync();
                var original = (await s.Translations.ReadAsync(s.Self, guide, s.Cancellation)).Value!.OriginalRevisionId;
                return a => s.Translations.MarkAsync(a, guide, original, [Hook], s.Cancellation);
            }
        )
        {
            Rival = async s => await s.TypeAsync(s.Other, Hook, Theirs, await s.TranslationAsync()),
            AfterRival = DeskAnswer.Done,
            Theirs = [Theirs],
            NoAgreement = AgreesToNothing,
        };
    }

    private static IEnumerable<WritePathMatrixRow> Importing()
    {
        const string desk = nameof(GuideExchange);
        yield return new(
            The(desk, nameof(GuideExchange.TakeAsync)),
            async s =>
            {
                var (tab, first) = (Guid.CreateVersion7(), await s.FirstAsync());
                var file = Sample.CompleteGuide();
                file = file with { Content = file.Content with { Hook = Mine } };
                var files = new Dictionary<string, GuideFile> { ["relieur.fr.json"] = file };
                return async a => AnswerOf(await s.Files.TakeAsync(a, files, first, tab, s.Cancellation));
            }
        )
        {
            Rival = s => s.TypeAsync(s.Other, Hook, Theirs),
            AfterRival = DeskAnswer.Done,
            Typed = [Mine],
            Theirs = [Theirs],
            NoAgreement = TextOnly,
        };
        yield return new(
            The(desk, nameof(GuideExchange.TakeSheetAsync)),
            async s =>
            {
                var (guide, tab) = (await s.TranslationAsync(), Guid.CreateVersion7());
                SheetRow[] rows = [new(Hook, Begun, Mine, TranslationSheet.MarkOf(""))];
                return async a => (await s.Files.TakeSheetAsync(a, guide, "feuille.csv", rows, tab, s.Cancellation)).Answer;
            }
        )
        {
            Rival = async s => await s.TypeAsync(s.Other, Hook, Theirs, await s.TranslationAsync()),
            AfterRival = DeskAnswer.Done,
            Typed = [Mine],
            Theirs = [Theirs],
            NoAgreement = TextOnly,
        };

        // A file that changes nothing was taken in before.
        static DeskAnswer AnswerOf(DeskResult<IReadOnlyList<ImportPreview>> taken) =>
            taken.Value is [{ State: ImportState.Unchanged }] ? DeskAnswer.DoneBefore : taken.Answer;
    }

    private static IEnumerable<WritePathMatrixRow> Directories()
    {
        const string desk = nameof(DirectoryDesk);
        const string added = "autre-centre";
        yield return new(
            The(desk, nameof(DirectoryDesk.AddAsync)),
            async s =>
            {
                var document = JsonNode.Parse((await s.EntryAsync(Sample.Centre, Mine)).Document)!.AsObject();
                document["code"] = added;
                return async a => (await s.Directories.AddAsync(a, DirectoryKind.Centre, document.ToJsonString(), null, s.Cancellation)).Answer;
            }
        )
        {
            Rival = s => s.AddCentreAsync(s.Other, Theirs),
            AfterRival = DeskAnswer.HasFaults,
            Theirs = [Theirs],
            NoAgreement = Reviewed,
        };
        yield return new(
            The(desk, nameof(DirectoryDesk.ChangeAsync)),
            async s =>
            {
                var (document, state) = await s.EntryAsync(Sample.Centre, Mine);
                return async a =>
                    (await s.Directories.ChangeAsync(a, DirectoryKind.Centre, Sample.Centre, state, document, null, s.Cancellation)).Answer;
            }
        )
        {
            Rival = s => s.ChangeAsync(s.Other, Sample.Centre, Theirs),
            Theirs = [Theirs],
            NoAgreement = Reviewed,
        };
        yield return new(
            The(desk, nameof(DirectoryDesk.RestoreAsync)),
            async s =>
            {
                if ((await s.EntryAsync(Sample.Centre, "")).Document is var _ && !await IsChangedAsync(s))
                {
                    await s.ChangeAsync(s.Author, Sample.Centre, "Centre renommé");
                }

                var state = (await s.EntryAsync(Sample.Centre, "")).State;
                return async a => (await s.Directories.RestoreAsync(a, DirectoryKind.Centre, Sample.Centre, state, 1, s.Cancellation)).Answer;
            }
        )
        {
            Rival = s => s.ChangeAsync(s.Other, Sample.Centre, Theirs),
            Theirs = [Theirs],
            NoAgreement = Reviewed,
        };
        yield return new(
            The(desk, nameof(DirectoryDesk.DeleteAsync)),
            async s =>
            {
                var state = await AddedAsync(s);
                return async a => (await s.Directories.DeleteAsync(a, DirectoryKind.Centre, added, state, "Fermé.", s.Cancellation)).Answer;
            }
        )
        {
            Rival = s => s.ChangeAsync(s.Other, added, Theirs),
            Theirs = [Theirs],
            NoAgreement = Reviewed,
        };
        yield return new(
            The(desk, nameof(DirectoryDesk.MergeAsync)),
            async s =>
            {
                var state = await AddedAsync(s);
                return async a => (await s.Directories.MergeAsync(a, DirectoryKind.Centre, added, Sample.Centre, state, s.Cancellation)).Answer;
            }
        )
        {
            Rival = s => s.ChangeAsync(s.Other, added, Theirs),
            Theirs = [Theirs],
            NoAgreement = Reviewed,
        };

        static async Task<string> AddedAsync(WritePathMatrixStore s)
        {
            if ((await s.Directories.FindAsync(s.Self, DirectoryKind.Centre, added, s.Cancellation)).Value?.Document is null)
            {
                await s.AddCentreAsync(s.Author, "Un autre centre");
            }

            return (await s.EntryAsync(added, "")).State;
        }

        static async Task<bool> IsChangedAsync(WritePathMatrixStore s) =>
            (await s.Directories.FindAsync(s.Self, DirectoryKind.Centre, Sample.Centre, s.Cancellation)).Value!.History.Count > 0;
    }
}
