namespace CareerPortal.Catalogue;

/// <summary>What a title was matched with, how near it is (1 is the same), and the title there that is nearest.</summary>
public sealed record TitleMatch(string Key, double Nearness, string Title);
