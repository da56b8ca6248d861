using MimeKit;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>Mails of a site without a mail server, which lays them into a folder.</summary>
internal static class LaidMail
{
    /// <summary>The mail that lies there, as soon as one does.</summary>
    public static async Task<MimeMessage> FirstAsync(string dataFolder, CancellationToken cancellation)
    {
        var folder = Path.Combine(dataFolder, "mail");
        for (var turn = 0; turn < 300; turn++)
        {
            if (Directory.Exists(folder) && Directory.GetFiles(folder, "*.eml").FirstOrDefault() is { } file)
            {
                return await MimeMessage.LoadAsync(file, cancellation);
            }

            await Task.Delay(100, cancellation);
        }

        throw new InvalidOperationException("No mail came.");
    }
}
