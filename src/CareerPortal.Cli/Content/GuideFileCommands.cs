using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareerPortal.Cli.Files;
using CareerPortal.Cli.Shell;
using CareerPortal.Editing;
using CareerPortal.Exchange;

namespace CareerPortal.Cli.Content;

/// <summary><c>content compare</c>, <c>content merge</c>: guide files that travelled, without a store.</summary>
internal static class GuideFileCommands
{
    private const int LongestText = 80;
    private const string IsThere = "the file is there already: name another, or add --overwrite.";

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
                        var was = await ReadAsync(parsed.GetRequiredValue(first), cancellation);
                        var now = await ReadAsync(parsed.GetRequiredValue(second), cancellation);
                        var fields = DocumentDifference.Between(NodeOf(was), NodeOf(now)).Fields;
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
        var result = new Argument<FileInfo>("result") { Description = "The file to write, which is none of the three." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Write over a result that is there already." };
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
            overwrite,
        };
        merge.SetAction(
            (parsed, cancellation) =>
                TellFaultAsync(
                    parsed,
                    async () =>
                    {
                        FileInfo[] sources = [parsed.GetRequiredValue(origin), parsed.GetRequiredValue(mine), parsed.GetRequiredValue(theirs)];
                        var target = parsed.GetRequiredValue(result);
                        var mayOverwrite = parsed.GetValue(overwrite);
                        RequireFree(target, sources, mayOverwrite);
                        var guides = new GuideFile[sources.Length];
                        for (var at = 0; at < sources.Length; at++)
                        {
                            guides[at] = await ReadAsync(sources[at], cancellation);
                            RequireSameGuide(sources[0], guides[0], sources[at], guides[at]);
                        }

                        var merged = DocumentMerge.Of(NodeOf(guides[0]), NodeOf(guides[1]), NodeOf(guides[2]));
                        var guide = ExchangeJson.Read<GuideFile>(merged.Document!.ToJsonString());
                        await WriteAsync(target, ExchangeJson.Write(guide, indented: true) + "\n", mayOverwrite, cancellation);

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

    /// <exception cref="InputException">It cannot be read, or is no guide file.</exception>
    private static async Task<GuideFile> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        if (Directory.Exists(file.FullName))
        {
            throw new InputException($"{file}", "it is a folder, no file.");
        }

        try
        {
            return ExchangeJson.Read<GuideFile>(await File.ReadAllTextAsync(file.FullName, cancellation));
        }
        catch (JsonException e)
        {
            throw new InputException($"{file}", $"is no guide file: {InputException.PlainJson(e.Message)}");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{file}", "there is no such file.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException($"{file}", "the file may not be read.");
        }
    }

    private static JsonNode? NodeOf(GuideFile guide) => JsonNode.Parse(ExchangeJson.Write(guide, indented: false));

    /// <exception cref="InputException">What would be written over is somebody's text.</exception>
    private static void RequireFree(FileInfo result, IEnumerable<FileInfo> sources, bool mayOverwrite)
    {
        var place = PlaceOf(result.FullName);
        var comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        if (sources.Any(source => string.Equals(PlaceOf(source.FullName), place, comparison)))
        {
            throw new InputException($"{result}", "the result would be written over one of the three files: name another.");
        }

        if (Directory.Exists(place))
        {
            throw new InputException($"{result}", "it is a folder: name a file to write.");
        }

        if (File.Exists(place) && !mayOverwrite)
        {
            throw new InputException($"{result}", IsThere);
        }
    }

    /// <summary>Where a file lies when links are followed, to files and to the folders above.</summary>
    private static string PlaceOf(string path)
    {
        if (Path.GetDirectoryName(path) is not { } folder)
        {
            return path;
        }

        var place = Path.Combine(PlaceOf(folder), Path.GetFileName(path));
        return File.Exists(place) || Directory.Exists(place) ? File.ResolveLinkTarget(place, returnFinalTarget: true)?.FullName ?? place : place;
    }

    private static void RequireSameGuide(FileInfo first, GuideFile was, FileInfo second, GuideFile other)
    {
        if ((was.Occupation, was.Language) != (other.Occupation, other.Language))
        {
            throw new InputException(
                $"{second}",
                $"it is the guide of '{other.Occupation}' in '{other.Language}', {first} that of '{was.Occupation}' in '{was.Language}'."
            );
        }
    }

    private static async Task WriteAsync(FileInfo file, string text, bool mayOverwrite, CancellationToken cancellation)
    {
        try
        {
            await using var stream = new FileStream(file.FullName, mayOverwrite ? FileMode.Create : FileMode.CreateNew);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
        }
        catch (DirectoryNotFoundException)
        {
            throw new InputException($"{file}", "there is no such folder to write into.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException($"{file}", "the file may not be written.");
        }
        catch (IOException) when (!mayOverwrite && File.Exists(file.FullName))
        {
            throw new InputException($"{file}", IsThere);
        }
    }

    private static async Task<int> TellFaultAsync(ParseResult parsed, Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception e) when (e is InputException or JsonException or IOException or UnauthorizedAccessException)
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
