using CareerPortal.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace CareerPortal.Web.Accounts;

/// <summary>What a page of the workspace asks of who opens it. Rights on single things are asked of the desks (<c>GuideAccess</c>).</summary>
internal static class WorkspacePolicies
{
    public const string Write = nameof(Write);
    public const string Review = nameof(Review);
    public const string Administer = nameof(Administer);

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Write, p => p.RequireAssertion(c => ActorOf.RoleIn(c.User) >= AccountRole.Author));
        options.AddPolicy(Review, p => p.RequireAssertion(c => ActorOf.RoleIn(c.User) >= AccountRole.Reviewer));
        options.AddPolicy(Administer, p => p.RequireAssertion(c => ActorOf.RoleIn(c.User) >= AccountRole.Administrator));
    }
}
