using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>What the store holds of what is being written.</summary>
public static class EditingSets
{
    extension(PortalDbContext context)
    {
        public DbSet<Draft> Drafts => context.Set<Draft>();

        public DbSet<DraftEdit> DraftEdits => context.Set<DraftEdit>();

        public DbSet<DraftTab> DraftTabs => context.Set<DraftTab>();

        public DbSet<DraftConflict> DraftConflicts => context.Set<DraftConflict>();

        public DbSet<GuideCare> GuideCare => context.Set<GuideCare>();

        public DbSet<GuideMember> GuideMembers => context.Set<GuideMember>();

        public DbSet<SectionApproval> SectionApprovals => context.Set<SectionApproval>();

        public DbSet<FieldMark> FieldMarks => context.Set<FieldMark>();

        public DbSet<CommentThread> CommentThreads => context.Set<CommentThread>();

        public DbSet<Comment> Comments => context.Set<Comment>();

        public DbSet<ShareLink> ShareLinks => context.Set<ShareLink>();

        public DbSet<PreviewLink> PreviewLinks => context.Set<PreviewLink>();

        public DbSet<PassedWarning> PassedWarnings => context.Set<PassedWarning>();

        public DbSet<RevisionName> RevisionNames => context.Set<RevisionName>();

        public DbSet<Release> Releases => context.Set<Release>();

        public DbSet<ReleaseItem> ReleaseItems => context.Set<ReleaseItem>();

        public DbSet<TranslationBase> TranslationBases => context.Set<TranslationBase>();
    }
}
