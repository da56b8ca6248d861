using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using CareerPortal.Accounts;
using CareerPortal.Web.Tests.Components;
using CareerPortal.Web.Texts;
using CareerPortal.Web.Workspace.Drafts;
using CareerPortal.Web.Workspace.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>The audit is read in words.</summary>
public sealed partial class AuditWordsTests : ComponentTest
{
    private IStringLocalizer<PortalTexts> Texts => Services.GetRequiredService<IStringLocalizer<PortalTexts>>();

    /// <summary>The codes are those that the compiled portal holds: a new one without words fails.</summary>
    [Theory]
    [InlineData("fr-BE")]
    [InlineData("nl-BE")]
    [InlineData("de-BE")]
    [InlineData("en-BE")]
    public void Actions_ThatThePortalWritesDown_AllHaveWords(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var codes = new[] { typeof(AuditTrail).Assembly, typeof(AuditWords).Assembly }.SelectMany(Literals).Where(t => Code().IsMatch(t)).ToHashSet();

        Assert.Superset(
            new HashSet<string> { "guide.publish", "guide.comment.reply", "account.codeOn", "directory.merge", "release.refused" },
            codes
        );
        Faults.None(codes.Where(c => AuditWords.Does(Texts, c) == c));
    }

    [Fact]
    public void Kinds_OfWhatItWasDoneTo_HaveWords()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl-BE");

        Assert.Equal("gids", AuditWords.Kind(Texts, "guide"));
        Faults.None(AuditWords.Kinds.Where(k => k.StartsWith("directory.", StringComparison.Ordinal)).Where(k => AuditWords.Kind(Texts, k) == k));
        Faults.None(AuditWords.Kinds.Where(k => !k.Contains('.', StringComparison.Ordinal)).Where(k => Texts[$"Audit.Kind-{k}"].ResourceNotFound));
    }

    [Fact]
    public void Fields_OfGuidesAndPeople_AreNamedAsFormsNameThem()
    {
        var words = AuditWords.Fields(Texts, ["content.faq.aaaa2222.asked", "content.faq.bbbb3333.asked", "entete", "owner", "nl", "unheardOf"]);

        Assert.Equal(
            $"{PlaceOf("content.faq.aaaa2222.asked")} ; {Texts["Field.Section.entete"]} ; {Texts["Audit.Field-owner"]} ; NL ; unheardOf",
            words
        );
        Assert.DoesNotContain("faq", words, StringComparison.Ordinal);
    }

    private string PlaceOf(string path) => PlaceWords.Of(Texts, path);

    /// <summary>Every text that the code of an assembly holds.</summary>
    private static IEnumerable<string> Literals(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        for (var at = MetadataTokens.UserStringHandle(1); !at.IsNil; at = metadata.GetNextHandle(at))
        {
            yield return metadata.GetUserString(at);
        }
    }

    [GeneratedRegex(@"^(account|catalogue|directory|draft|guide|release|requirements|translation)(\.(?!json\b|md$|csv$|zip$)[a-z][A-Za-z]*){1,2}$")]
    private static partial Regex Code();
}
