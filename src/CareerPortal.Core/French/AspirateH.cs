namespace CareerPortal.French;

/// <summary>Which words in h- forbid elision: beginnings of words, without accents, the longest one that fits deciding.</summary>
internal static class AspirateH
{
    // A final point asks for the whole word, singular or plural. Most words in « ha- » are aspirate, hence the list of mute ones.
    private const string Aspirate =
        "ha heaume hein. heler help. helpdesk henn heraut here. heriss herni heron heros. herse hertz hesbaye hesbignon hetre. heurt "
        + "heavy herve. hervien herstal heist. "
        + "hi. hibou hic. hickory hideu hierarch hifi hile. hip. hippie hipster hiss hit. high. "
        + "hobby hobbies hobereau hoch hockey hola. holding hold. holland homard home. homejacking hongr honni hont hoodie hop. hoquet "
        + "horde hors. horst. hosting. host. hot. hotline hotte hotton. houblon houe. houff houill houl houmous houpp hourr house. "
        + "housing houspill houss houx. houyet. hover "
        + "hub. hublot huch huee. huer. huguenot huit hulott hulul hum. humer. hun. hune. hupp hure. hurl huron husky. huskies "
        + "hussard hutt hutois huy. huard";

    private const string Mute =
        "habeas habi hacienda hadron hafnium hagio haiti halein halieut halit hallali halluc halog haloph halter hamamel hamec hapax "
        + "haplo haptiq harmo haruspice hastiere hawai huitr hurlu";

    private static readonly string[] AspirateStarts = Aspirate.Split(' ');
    private static readonly string[] MuteStarts = Mute.Split(' ');

    /// <summary>Whether a word in small letters without accents begins with an aspirate h.</summary>
    public static bool Begins(string plainWord) => Longest(AspirateStarts, plainWord) > Longest(MuteStarts, plainWord);

    private static int Longest(string[] starts, string word) =>
        starts.Where(start => Fits(start, word)).Select(start => start.Length).DefaultIfEmpty(0).Max();

    private static bool Fits(string start, string word)
    {
        if (start[^1] != '.')
        {
            return word.StartsWith(start, StringComparison.Ordinal);
        }

        var whole = start[..^1];
        return word == whole || word == whole + "s";
    }
}
