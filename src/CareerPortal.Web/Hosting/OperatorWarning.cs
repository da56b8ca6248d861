using CareerPortal.Web.Shell;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Hosting;

/// <summary>Reminds whoever starts a site for the public that somebody has to answer for it.</summary>
internal static partial class OperatorWarning
{
    public static void WarnWithoutOperator(this WebApplication app)
    {
        if (app.Environment.IsProduction() && !app.Services.GetRequiredService<IOptions<PortalOptions>>().Value.HasOperator)
        {
            NobodyAnswers(app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OperatorWarning)));
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Portal:Operator and Portal:Contact are not set: the privacy page says that nobody answers for this site yet. "
            + "Set both before it serves the public"
    )]
    private static partial void NobodyAnswers(ILogger logger);
}
