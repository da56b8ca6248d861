using System.Net.Sockets;
using System.Reflection;
using System.Text.RegularExpressions;
using CareerPortal.Stores;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Hosting;

/// <summary>Tells whoever starts the site what they can mend themselves in one line; any other failure keeps its trace.</summary>
internal static partial class StartFailures
{
    /// <summary>The parts that read the settings of addresses and of the log, and say in their own words what they cannot use.</summary>
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel.Core";
    private const string SerilogSettings = "Serilog.Settings.Configuration";

    private const string HowToListen = "give another address by ASPNETCORE_URLS or --urls";

    /// <summary>
    /// Tells the failure and answers whether that is all there is to say. A program that hosts the site, such as a test, gets the exception
    /// itself.
    /// </summary>
    public static bool Tell(Exception failure)
    {
        if (Assembly.GetEntryAssembly() != typeof(StartFailures).Assembly || LineFor(failure) is not { } line)
        {
            return false;
        }

        Console.Error.WriteLine($"The site cannot start. {line}");
        return true;
    }

    /// <summary>What is wrong, where, and what to do; null where only the trace helps.</summary>
    public static string? LineFor(Exception failure) =>
        failure switch
        {
            StartException or StoreException => OneLine(failure.Message),
            OptionsValidationException invalid => string.Join(' ', invalid.Failures.Select(f => OneLine(AnnotationError().Replace(f, "$1")))),
            AggregateException several when several.InnerExceptions.All(e => LineFor(e) is not null) => string.Join(
                ' ',
                several.InnerExceptions.Select(LineFor)
            ),
            InvalidOperationException when failure.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) => OneLine(
                failure.Message
            ),
            IOException { InnerException: AddressInUseException } =>
                $"{OneLine(failure.Message).TrimEnd('.')}: end what listens there, or {HowToListen}.",
            SocketException => $"The site may not listen where it was told to ({OneLine(failure.Message)}): {HowToListen}.",
            FormatException when failure.Message.StartsWith("Invalid url", StringComparison.Ordinal) =>
                $"{OneLine(failure.Message).TrimEnd('.')}: {HowToListen}.",
            ArgumentOutOfRangeException { ParamName: "port" } => $"A port to listen on is a number from 0 to 65535: {HowToListen}.",
            InvalidOperationException { Source: Kestrel } when failure.Message.Contains("path base", StringComparison.Ordinal) =>
                $"An address to listen on ends with its port and has no path: {HowToListen}.",
            InvalidOperationException { Source: Kestrel } when failure.Message.Contains("HTTPS", StringComparison.Ordinal) =>
                $"There is no certificate for an address with https: name its file by Kestrel:Certificates:Default:Path, or {HowToListen}.",
            InvalidOperationException { Source: Kestrel } => $"{FirstLine(failure.Message).TrimEnd('.')}: {HowToListen}.",
            InvalidOperationException { Source: SerilogSettings } => $"{FirstLine(failure.Message).TrimEnd('.')}: look at what is set under Serilog.",
            InvalidDataException { InnerException: FormatException fault } =>
                $"{FirstLine(failure.Message).TrimEnd('.')}: {OneLine((fault.InnerException ?? fault).Message)}",
            _ => null,
        };

    /// <summary>Runs the site until it is told to stop; being told while it still starts is no failure.</summary>
    public static async Task RunUntilStoppedAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            await app.RunAsync();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // A start that was called off.
        }
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();

    private static string OneLine(string text) => WhiteSpace().Replace(text, " ").Trim();

    [GeneratedRegex(@"^DataAnnotation validation failed for .* with the error: '(.*)'\.$", RegexOptions.Singleline)]
    private static partial Regex AnnotationError();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
