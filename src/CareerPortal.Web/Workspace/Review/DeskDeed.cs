namespace CareerPortal.Web.Workspace.Review;

/// <summary>What somebody asked of the desk, so that the next page can say what became of it.</summary>
public enum DeskDeed
{
    Submit,
    ApproveSection,
    Approve,
    Return,
    Publish,
    Schedule,
    Unschedule,
    Restore,
    RestoreField,
    Save,
    Name,
    Comment,
    Resolve,
    Reopen,
    Mark,
    Revoke,
    Assign,
    Create,
    ReviewPage,
    UnreviewPage,
    SettleReport,
    CloseOffer,
    ReopenOffer,
    AdoptSynonym,
    RevokeSynonym,
}
