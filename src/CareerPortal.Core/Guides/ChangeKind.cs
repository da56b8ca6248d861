namespace CareerPortal.Guides;

/// <summary>Whether readers should know: only a major change renews the date of a guide.</summary>
public enum ChangeKind
{
    Minor,
    Major,
}
