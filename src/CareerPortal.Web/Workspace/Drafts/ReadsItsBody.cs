using Microsoft.AspNetCore.Http.Metadata;

namespace CareerPortal.Web.Workspace.Drafts;

/// <summary>The endpoint counts what it reads itself, and refuses what is too much with a word that the script knows.</summary>
internal sealed class ReadsItsBody : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => null;
}
