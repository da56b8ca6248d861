namespace CareerPortal.Editing;

/// <summary>The words of the workspace's mails, which the host has: texts for people stand in no code.</summary>
public interface IDeskWords
{
    (string Subject, string Text) Of(DeskNews news, int guideId, string title);
}
