namespace CareerPortal.Finding;

/// <summary>A name or postcode by which people say where something is; the higher the score, the nearer it says so.</summary>
internal sealed record TownPhrase(string[] Words, int Score);
