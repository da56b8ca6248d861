namespace CareerPortal.Offers.Sources;

/// <summary>The forms of files that offers are read from.</summary>
public enum OfferFileFormat
{
    /// <summary>Records of Le Forem's open data, or schema.org's <c>JobPosting</c> as JSON-LD: one, a list, or an <c>@graph</c>.</summary>
    Json,

    /// <summary>Elements <c>job</c> as HelloWork and Jooble send them.</summary>
    JobXml,

    /// <summary>RSS 2.0.</summary>
    Rss,

    /// <summary>A table whose first line names its columns.</summary>
    Csv,
}
