using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareerPortal.Compatibility;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Quiz;

/// <summary>What is kept of one person's quiz, as a file for whoever holds its code.</summary>
internal static class QuizDownloads
{
    private const string FileName = "quiz.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void MapQuizDownloads(this WebApplication app) =>
        app.MapGet(
                "/quiz/session/{Code}/donnees.json",
                async (string code, QuizDesk desk, HttpContext context) =>
                {
                    context.Response.Headers.CacheControl = "no-store";
                    return ResumeCode.Parse(code) is { } known && await desk.ExportAsync(known, context.RequestAborted) is { } export
                        ? Results.File(JsonSerializer.SerializeToUtf8Bytes(export, Options), "application/json", FileName)
                        : Results.NotFound();
                }
            )
            .WithMetadata(new MeteredAttribute(Metered.Quiz), new RendersAttribute());
}
