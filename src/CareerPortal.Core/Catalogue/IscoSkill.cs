namespace CareerPortal.Catalogue;

/// <summary>The skill levels (1 to 4) that ISCO-08 gives to its groups: of the group, never of one occupation in it.</summary>
public static class IscoSkill
{
    /// <summary>What crossings call the classification.</summary>
    public const string Scheme = "isco-08";

    /// <summary>The group that an occupation belongs to most surely; null where none is known.</summary>
    public static Crossing? GroupOf(CatalogueFacts facts) =>
        facts.Crossings.Where(c => c.Scheme == Scheme).OrderByDescending(c => c.Confidence).FirstOrDefault();

    /// <summary>The level of a group's code; null where ISCO-08 gives it none, and for the armed forces, whose ranks ROME does not tell apart.</summary>
    public static int? LevelOf(string code) =>
        code switch
        {
            ['1', '4', ..] => 3,
            ['1', ..] => 4,
            ['2', ..] => 4,
            ['3', ..] => 3,
            [>= '4' and <= '8', ..] => 2,
            ['9', ..] => 1,
            _ => null,
        };
}
