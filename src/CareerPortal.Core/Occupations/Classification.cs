// The closed lists by which occupations are filtered.
namespace CareerPortal.Occupations;

/// <summary>The field of work an occupation belongs to.</summary>
public enum Sector
{
    Digital,
    Administration,
    Heritage,
    LanguageAndMedia,
    Management,
}

/// <summary>The least level of study that usually opens the door.</summary>
public enum StudyLevel
{
    NoDiploma,
    LowerSecondary,
    UpperSecondary,
    Bachelor,
    Master,
}

/// <summary>A working condition that readers choose or avoid.</summary>
public enum WorkCondition
{
    Telework,
    FlexibleHours,
    RegularHours,
    Shifts,
    Sedentary,
    Screen,
    Repetitive,
    Alone,
    Team,
    PublicContact,
    NightWork,
    ShockingContents,
}

/// <summary>Where a required level comes from.</summary>
public enum RequirementOrigin
{
    Counsellor,
    GuideWords,
    Onet,
    Rome,
}
