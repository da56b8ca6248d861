using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Testing;
using CareerPortal.Wages;
using FsCheck.Xunit;

namespace CareerPortal.Core.Tests.Editing;

/// <summary>The form holds all that a guide can, and reads back what it shows.</summary>
public sealed class GuideFormTests
{
    private static readonly FormField Money = Field("content.salaries.a.lowCents");
    private static readonly FormField Number = Field("content.microTasks.estimator.hoursPerWeek");
    private static readonly FormField Date = Field("content.figures.a.asOf");
    private static readonly FormField Time = Field("content.day.a.at");

    private static readonly CultureInfo[] Cultures = [.. Languages.All.Select(l => CultureInfo.GetCultureInfo($"{l}-BE"))];

    [Fact]
    public void Sections_OfTheRegistry_ShowEveryMemberOfEveryPart()
    {
        var shown = GuideForm.Sections.SelectMany(s => s.Fields).SelectMany(WithChildren).Select(f => f.Label).ToHashSet(StringComparer.Ordinal);
        Type[] records =
        [
            typeof(GuideDocument),
            typeof(GuideContent),
            typeof(MicroTaskWork),
            typeof(SalaryRange),
            typeof(EstimatorDefaults),
            .. RecordsIn(typeof(GuideContent)),
        ];

        var wanted =
            from record in records.Distinct()
            from member in record.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where (record, member.Name) is not ({ Name: nameof(GuideDocument) }, "Content") and not ({ Name: nameof(GuideContent) }, "MicroTasks")
            select $"Field.{record.Name}.{member.Name}";

        Assert.Empty(wanted.Except(shown));
        Assert.True(records.Length > 25);
    }

    [Fact]
    public void Sections_OfTheRegistry_HaveEachFieldOnceAtAnAddressOfTheDocument()
    {
        var fields = GuideForm.Sections.SelectMany(s => s.Fields).ToList();

        Assert.Equal(fields.Count, fields.Select(f => f.Path).Distinct().Count());
        Assert.All(fields, f => Assert.Equal(f.Name, GuideForm.FieldAt(f.Path!)!.Name));
        Assert.All(GuideSections.Parts, p => Assert.Contains(fields, f => f.Path == $"content.{p.Path}" && f.Need == p.Need));
        Assert.Equal("questions", GuideForm.SectionOf("content.faq.k3f9abcd.asked")!.Id);
    }

    [Theory]
    [InlineData("content.faq.k3f9.asked", FieldKind.Line, null)]
    [InlineData("content.faq.k3f9.answer", FieldKind.TextList, null)]
    [InlineData("content.faq.k3f9.answer.x", FieldKind.Prose, null)]
    [InlineData("content.faq.k3f9.sources.x", FieldKind.Reference, GuideReferenceKind.Source)]
    [InlineData("content.programmes.x.centre", FieldKind.Reference, GuideReferenceKind.Centre)]
    [InlineData("content.similar.x.occupation", FieldKind.Reference, GuideReferenceKind.Occupation)]
    [InlineData("content.keyFacts.studies", FieldKind.Prose, null)]
    [InlineData("content.salaries.x.level", FieldKind.Choice, null)]
    [InlineData("content.portrait.illustrative", FieldKind.Yes, null)]
    [InlineData("register", FieldKind.Choice, null)]
    public void FieldAt_AnAddress_IsTheFieldOfTheMember(string path, FieldKind kind, GuideReferenceKind? reference)
    {
        var field = GuideForm.FieldAt(path);

        Assert.Equal((kind, reference), (field!.Kind, field.Reference));
    }

    [Theory]
    [InlineData("")]
    [InlineData("content.none")]
    [InlineData("content.faq.k3f9.asked.more")]
    [InlineData("content..faq")]
    [InlineData("content.faq.")]
    public void FieldAt_NoAddress_IsNothing(string path) => Assert.Null(GuideForm.FieldAt(path));

    [Theory]
    [InlineData("fr", "2 300,50", 230050)]
    [InlineData("fr", "2 300,50 €", 230050)]
    [InlineData("fr", "2\u202f300", 230000)]
    [InlineData("fr", "2.300,50", 230050)]
    [InlineData("fr", "2.300", 230000)]
    [InlineData("fr", "2300.5", 230050)]
    [InlineData("nl", "€ 1.234.567,89", 123456789)]
    [InlineData("en", "2,300.50", 230050)]
    [InlineData("en", "2.300", 230000)]
    [InlineData("fr", "12,83 EUR", 1283)]
    public void Read_Money_IsCents(string language, string typed, long cents) =>
        Assert.Equal(cents, GuideForm.Read(Money, typed, CultureInfo.GetCultureInfo($"{language}-BE"))!.GetValue<long>());

    [Theory]
    [InlineData("2 3")]
    [InlineData("2,345")]
    [InlineData("deux mille")]
    [InlineData("12,")]
    [InlineData("1.2.3")]
    [InlineData("99999999999999999999")]
    public void Read_MoneyThatIsNone_StaysAsTyped(string typed) =>
        Assert.Equal(typed, GuideForm.Read(Money, typed, Cultures[0])!.GetValue<string>());

    [Theory]
    [InlineData("14/03/2026", "2026-03-14")]
    [InlineData("14.3.2026", "2026-03-14")]
    [InlineData("2026-03-14", "2026-03-14")]
    [InlineData("1er mars 2026", "2026-03-01")]
    [InlineData("31/02/2026", "31/02/2026")]
    [InlineData("bientôt", "bientôt")]
    public void Read_Date_IsIsoOrAsTyped(string typed, string expected) =>
        Assert.Equal(expected, GuideForm.Read(Date, typed, Cultures[0])!.GetValue<string>());

    [Theory]
    [InlineData("8h30", "08:30")]
    [InlineData("8 h 30", "08:30")]
    [InlineData("8h", "08:00")]
    [InlineData("08:30", "08:30")]
    [InlineData("25:00", "25:00")]
    public void Read_Time_IsOfTheClockOrAsTyped(string typed, string expected) =>
        Assert.Equal(expected, GuideForm.Read(Time, typed, Cultures[0])!.GetValue<string>());

    [Property(MaxTest = 500)]
    public void Read_OfWhatIsShown_IsTheValue(int cents, int tenths, ushort day, ushort minute)
    {
        foreach (var culture in Cultures)
        {
            Same(Money, (long)cents);
            Same(Money, cents * 1_000L);
            Same(Number, tenths / 10m);
            Same(Number, tenths / 1000m);
            Same(Date, DateOnly.FromDayNumber(day * 50).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Same(Time, TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(minute % 1440)).ToString("HH:mm", CultureInfo.InvariantCulture));

            void Same(FormField field, JsonNode value)
            {
                var shown = GuideForm.Show(field, value, culture);
                Assert.True(JsonNode.DeepEquals(value, GuideForm.Read(field, shown, culture)), $"{culture.Name} {field.Name}: {value} → {shown}");
            }
        }
    }

    [Property(MaxTest = 500)]
    public void Read_OfAnything_IsAValueOrTheTextAsItWasTyped(string? typed)
    {
        foreach (var field in GuideForm.Sections.SelectMany(s => s.Fields).SelectMany(WithChildren).Where(f => f.IsLeaf).DistinctBy(f => f.Kind))
        {
            var value = GuideForm.Read(field, typed, Cultures[0]);
            var again = GuideForm.Read(field, GuideForm.Show(field, value, Cultures[0]), Cultures[0]);

            Assert.True(JsonNode.DeepEquals(value, again) || value is null, $"{field.Kind}: {typed}");
        }
    }

    [Fact]
    public void Read_OfEveryValueOfTheShippedGuides_IsTheValueThatIsShown()
    {
        foreach (var (guide, _) in RandomEdits.Parts.DistinctBy(p => p.Guide))
        {
            Walk("", DraftForm.Name(guide)!);
        }

        static void Walk(string path, JsonNode? node)
        {
            switch (node)
            {
                case JsonArray items:
                    items.ToList().ForEach(i => Walk($"{path}.{i!["$id"]}", i));
                    break;
                case JsonObject members:
                    foreach (var (name, value) in members.Where(m => m.Key != DraftForm.Id))
                    {
                        Walk(name == DraftForm.Value ? path : $"{path}.{name}".TrimStart('.'), value);
                    }

                    break;
                case JsonValue value:
                    foreach (var culture in Cultures)
                    {
                        var shown = GuideForm.Show(Field(path), value, culture);
                        Assert.True(JsonNode.DeepEquals(value, GuideForm.Read(Field(path), shown, culture)), $"{path}: {shown}");
                    }

                    break;
            }
        }
    }

    private static FormField Field(string path) => GuideForm.FieldAt(path)!;

    private static IEnumerable<FormField> WithChildren(FormField field) => field.Children.SelectMany(WithChildren).Prepend(field);

    private static IEnumerable<Type> RecordsIn(Type record) =>
        record
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(p => p.PropertyType.IsGenericType ? p.PropertyType.GetGenericArguments()[0] : p.PropertyType)
            .Where(t => t.IsClass && t != typeof(string))
            .SelectMany(t => RecordsIn(t).Prepend(t));
}
