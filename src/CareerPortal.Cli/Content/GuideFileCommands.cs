using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareerPortal.Cli.Shell;
using CareerPortal.Editing;
using CareerPortal.Exchange;

namespace CareerPortal.Cli.Content;

/// <summary><c>content compare</c>, <c>content merge</c>: guide files that travelled, without a store.</summary>
internal static class GuideFileCommands
{
    private const int LongestText = 80;

    public static Command Compare()
    {
        var first = GuideArgument("first", "A guide file as it was.");
        var second = GuideArgument("second", "The same guide as it is now.");
        var compare = new Command("compare", "Tells field by field how a guide file differs from another state of it.") { first, second };
        compare.SetAction(
            (parsed, cancellation) =>
                TellFaultAsync(
                    parsed,
                    async () =>
                    {
                        var (was, now) = (
                            await ReadAsync(parsed.GetRequiredValue(first), cancellation),
                            await ReadAsync(parsed.GetRequiredValue(second), cancellation)
                        );
                        var fields = DocumentDifference.Between(was, now).Fields;
                        var output = parsed.InvocationConfiguration.Output;
                        foreach (var field in fields)
                        {
                            await output.WriteLineAsync(Line(field));
                        }

                        await output.WriteLineAsync($"{fields.Count} differences.");
                        return 0;
                    }
                )
        );
        return compare;
    }

    public static Command Merge()
    {
        var origin = GuideArgument("base", "The guide file that both began with.");
        var mine = GuideArgument("mine", "What one made of it.");
        var theirs = GuideArgument("theirs", "What the other made of it.");
        var result = new Argument<FileInfo>("result") { Description = "The file to write; it may be one of the three." };
        var merge = new Command(
            "merge",
            "Brings together what two people made of one guide file, by field and by item of a list. Where both changed the same differently, "
                + $"the result keeps what they began with, both texts are shown and the exit code is {ExitCode.Undecided}."
        )
        {
            origin,
            mine,
            theirs,
            result,
        };
        merge.SetAction(
            (parsed, cancellation) =>
                TellFaultAsync(
                    parsed,
                    async () =>
                    {
                        var merged = DocumentMerge.Of(
                            await ReadAsync(parsed.GetRequiredValue(origin), cancellation),
                            await ReadAsync(parsed.GetRequiredValue(mine), cancellation),
                            await ReadAsync(parsed.GetRequiredValue(theirs), cancellation)
                        );
                        var guide = ExchangeJson.Read<GuideFile>(merged.Document!.ToJsonString());
                        await File.WriteAllTextAsync(
                            parsed.GetRequiredValue(result).FullName,
                            ExchangeJson.Write(guide, indented: true) + "\n",
                            cancellation
                        );

                        var output = parsed.InvocationConfiguration.Output;
                        foreach (var conflict in merged.Conflicts)
                        {
                            await output.WriteLineAsync(
                                $"undecided {conflict.Path}\n  was:    {Whole(conflict.Base)}\n  mine:   {Whole(conflict.Mine)}"
                                    + $"\n  theirs: {Whole(conflict.Theirs)}"
                            );
                        }

                        await output.WriteLineAsync(
                            merged.Conflicts.Count == 0 ? "merged." : $"merged but for {merged.Conflicts.Count}, which stand there as they were."
                        );
                        return merged.Conflicts.Count == 0 ? 0 : ExitCode.Undecided;
                    }
                )
        );
        return merge;
    }

    private static Argument<FileInfo> GuideArgument(string name, string description) => new(name) { Description = description };

    /// <exception cref="JsonException">It is not a guide file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    private static async Task<JsonNode?> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        try
        {
            var guide = ExchangeJson.Read<GuideFile>(await File.ReadAllTextAsync(file.FullName, cancellation));
            return JsonNode.Parse(ExchangeJson.Write(guide, indented: false));
        }
        catch (JsonException e)
        {
            throw new JsonException($"{file.Name}: {e.Message}", e);
        }
    }

    private static async Task<int> TellFaultAsync(ParseResult parsed, Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(VisibleText.Of(e.Message));
            return ExitCode.Faulty;
        }
    }

    private static string Line(FieldChange field) =>
        field.Kind switch
        {
            FieldChangeKind.Added => $"added   {field.Path}: {Short(field.After)}",
            FieldChangeKind.Removed => $"removed {field.Path}: {Short(field.Before)}",
            FieldChangeKind.Moved => $"moved   {field.Path}: {Short(field.After)}",
            _ => $"changed {field.Path}: {Short(field.Before)} -> {Short(field.After)}",
        };

    private static string Short(string? text) =>
        VisibleText.Of(text is { Length: > LongestText } ? string.Concat(text.AsSpan(0, LongestText), "…") : text ?? "");

    private static string Whole(JsonNode? node) => node is null ? "(taken away)" : VisibleText.Of(ExchangeJson.Write(node, indented: false));
}
