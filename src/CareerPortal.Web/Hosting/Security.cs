using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// Security headers: no script or style inline, nothing from elsewhere, no framing. A page that holds an interactive part may do what that needs
/// besides, no other page may.
/// </summary>
internal static class Security
{
    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var (page, island) = (PolicyOf(builder.Environment, holdsIsland: false), PolicyOf(builder.Environment, holdsIsland: true));
        builder
            .Services.AddSecurityHeaderPolicies()
            .SetPolicySelector(c => c.HttpContext.GetEndpoint()?.Metadata.GetMetadata<HoldsIslandAttribute>() is null ? page : island);
    }

    public static void UseSecurity(this WebApplication app) => app.UseSecurityHeaders();

    private static HeaderPolicyCollection PolicyOf(IHostEnvironment environment, bool holdsIsland)
    {
        var policy = new HeaderPolicyCollection()
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyStrictOriginWhenCrossOrigin()
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
                csp.AddFrameAncestors().None();
                csp.AddObjectSrc().None();
                if (!holdsIsland)
                {
                    csp.AddImgSrc().Self();
                    csp.AddBaseUri().None();
                    return;
                }

                // MudBlazor places and measures by the attribute style, and has small pictures in its stylesheet; a circuit needs the connection
                // and the base address.
                csp.AddStyleSrcAttr().UnsafeInline();
                csp.AddImgSrc().Self().Data();
                csp.AddConnectSrc().Self();
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
