using CareerPortal.Data;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// What kept pages were made of: the state of the content, the day and the site's own edition. Two are the same where all of it is.
/// </summary>
/// <param name="Realms">The parts of the content that the pages show.</param>
/// <param name="Content">The state of those parts.</param>
/// <param name="Day">The day on which the pages were made.</param>
/// <param name="Name">All of it in one word, for keys.</param>
/// <param name="Tag">The same as browsers know it.</param>
internal sealed record PageEdition(ContentRealm Realms, Guid Content, DateOnly Day, string Name, string Tag);
