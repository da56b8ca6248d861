using System.Security.Cryptography;
using System.Text;
using CareerPortal.Exchange;

namespace CareerPortal.Web.Workspace.Exchange;

/// <summary>A file that somebody sent, as it is carried from showing what it would do to taking it in.</summary>
internal sealed record ReceivedFile(string Name, byte[] Bytes)
{
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>The file and a form around it, and the same again in letters.</summary>
    public const int MostRequestBytes = 4 * 1024 * 1024;

    private const int NameMaxLength = 120;

    public string Carried => Convert.ToBase64String(Bytes);

    public bool IsSheet => Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    private bool IsArchive => Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>A number that the same file, sent again by the same form, has again.</summary>
    public static Guid NumberOf(Guid form, string what) =>
        new(SHA256.HashData([.. form.ToByteArray(), .. Encoding.UTF8.GetBytes(what)]).AsSpan(0, 16));

    /// <summary>The file of a form: chosen there, or carried on from the one before.</summary>
    public static async Task<ReceivedFile?> InAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form.Files.GetFile("File") is { Length: > 0 and <= MostBytes } file)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            return new ReceivedFile(NameOf(file.FileName), bytes.ToArray());
        }

        if (form["carried"] is not [{ Length: > 0 } carried])
        {
            return null;
        }

        var held = new byte[carried.Length];
        return Convert.TryFromBase64String(carried, held, out var length) && length <= MostBytes
            ? new ReceivedFile(NameOf(form["name"].ToString()), held[..length])
            : null;
    }

    /// <summary>The guides in it; lists of an archive are left aside.</summary>
    /// <exception cref="ExchangeFaultException">It cannot be read.</exception>
    public IReadOnlyDictionary<string, GuideFile> Guides()
    {
        if (!IsArchive)
        {
            return new Dictionary<string, GuideFile> { [Name] = ExchangeFolder.ReadGuide(Name, ExchangeArchive.TextOf(Name, Bytes)) };
        }

        var (guides, faults) = (new Dictionary<string, GuideFile>(), new List<ExchangeFault>());
        foreach (
            var (name, text) in ExchangeArchive.Read(Name, Bytes).Where(f => f.Key.StartsWith(ExchangeFolder.GuidesFolder, StringComparison.Ordinal))
        )
        {
            try
            {
                guides.Add(name, ExchangeFolder.ReadGuide(name, text));
            }
            catch (ExchangeFaultException e)
            {
                faults.AddRange(e.Faults);
            }
        }

        return faults.Count == 0 ? guides : throw new ExchangeFaultException(faults);
    }

    private static string NameOf(string name)
    {
        var last = Path.GetFileName(name.Replace('\\', '/'));
        return last.Length > NameMaxLength ? last[^NameMaxLength..] : last;
    }
}
