using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CareerPortal.Cli.Files;
using CareerPortal.Cli.Shell;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli.Offers;

/// <summary><c>offers</c>: what the board finds out about offers, on files.</summary>
internal static class OffersCommand
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make(IConfiguration configuration) =>
        new("offers", "Looks after job offers: where they come from, what they are about, which of them are one.")
        {
            OfferSourcesCommand.Import(configuration),
            OfferSourcesCommand.Status(configuration),
            AlertsCommand.Make(configuration),
            ClassifyCommand.Make(),
            GroupCommand.Make(),
            EvaluateOffersCommand.Make(),
        };

    internal static Option<FileInfo> Output() => new("--output") { Description = "The file to write; by default what is found goes to the output." };

    /// <summary>Runs a command; bad input goes to the error output and gives exit code 2.</summary>
    internal static async Task<int> TellFaultAsync(ParseResult parsed, Func<Task> act)
    {
        try
        {
            await act();
            return 0;
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(VisibleText.Of(e.Message));
            return ExitCode.Faulty;
        }
    }

    /// <summary>Writes JSON where it was asked for.</summary>
    internal static async Task WriteAsync(ParseResult parsed, FileInfo? file, Action<Utf8JsonWriter> write)
    {
        using var json = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(json, Readable))
        {
            write(writer);
        }

        if (file is null)
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length));
            return;
        }

        await using var target = file.Create();
        json.Position = 0;
        await json.CopyToAsync(target);
    }
}
