using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// Security headers: no script or style inline, nothing from elsewhere, no framing. A page that holds an interactive part may do what that needs
/// besides, no other page may; a page whose script asks the site for more may ask it; a page that shows another of the site in a frame may do
/// that, and only one that is made for it may be shown so. An address that is a key is told to no other site.
/// </summary>
internal static class Security
{
    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var policies = (
            from holdsIsland in (bool[])[false, true]
            from holdsFrame in (bool[])[false, true]
            from isFramed in (bool[])[false, true]
            from fetches in (bool[])[false, true]
            from isSecret in (bool[])[false, true]
            select (holdsIsland, holdsFrame, isFramed, fetches, isSecret)
        ).ToDictionary(p => p, p => PolicyOf(builder.Environment, p.holdsIsland, p.holdsFrame, p.isFramed, p.fetches, p.isSecret));
        builder
            .Services.AddSecurityHeaderPolicies()
            .SetPolicySelector(c =>
                policies[
                    c.HttpContext.GetEndpoint()?.Metadata is { } page
                        ? (
                            page.GetMetadata<HoldsIslandAttribute>() is not null,
                            page.GetMetadata<HoldsFrameAttribute>() is not null,
                            page.GetMetadata<FramedHereAttribute>() is not null,
                            page.GetMetadata<FetchesAttribute>() is not null && c.HttpContext.Response.StatusCode < StatusCodes.Status400BadRequest,
                            page.GetMetadata<SecretAddressAttribute>() is not null
                        )
                        : default
                ]
            );
    }

    public static void UseSecurity(this WebApplication app) => app.UseSecurityHeaders();

    private static HeaderPolicyCollection PolicyOf(
        IHostEnvironment environment,
        bool holdsIsland,
        bool holdsFrame,
        bool isFramed,
        bool fetches,
        bool isSecret
    )
    {
        var policy = new HeaderPolicyCollection();
        policy = isSecret ? policy.AddReferrerPolicySameOrigin() : policy.AddReferrerPolicyStrictOriginWhenCrossOrigin();
        policy = (isFramed ? policy.AddFrameOptionsSameOrigin() : policy.AddFrameOptionsDeny())
            .AddContentTypeOptionsNoSniff()
            .AddCrossOriginOpenerPolicy(o => o.SameOrigin())
            .AddCrossOriginResourcePolicy(o => o.SameOrigin())
            .AddPermissionsPolicy(p =>
            {
                p.AddCamera().None();
                p.AddMicrophone().None();
                p.AddGeolocation().None();
                p.AddPayment().None();
                p.AddUsb().None();
            })
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddScriptSrc().Self();
                csp.AddStyleSrc().Self();
                csp.AddFontSrc().Self();
                csp.AddManifestSrc().Self();
                csp.AddFormAction().Self();
                csp.AddObjectSrc().None();
                if (isFramed)
                {
                    csp.AddFrameAncestors().Self();
                }
                else
                {
                    csp.AddFrameAncestors().None();
                }

                if (holdsFrame)
                {
                    csp.AddFrameSrc().Self();
                }

                // A circuit needs the connection, and a script that asks the site for more.
                if (holdsIsland || fetches)
                {
                    csp.AddConnectSrc().Self();
                }

                if (!holdsIsland)
                {
                    csp.AddImgSrc().Self();
                    csp.AddBaseUri().None();
                    return;
                }

                // MudBlazor places and measures by the attribute style, and has small pictures in its stylesheet; a circuit needs the base address.
                csp.AddStyleSrcAttr().UnsafeInline();
                csp.AddImgSrc().Self().Data();
                csp.AddBaseUri().Self();
            });
        if (!environment.IsDevelopment())
        {
            // For this host alone: what runs beside it under the operator's domain is not the portal's business.
            policy.AddStrictTransportSecurityMaxAge();
        }

        return policy;
    }
}
