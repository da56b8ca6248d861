using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Data;

/// <summary>
/// A row was not stored because one with the same key is there already: somebody else was faster. Any other refusal of the store stays what it
/// was.
/// </summary>
public sealed class DuplicateRowException(DbUpdateException refused) : DbUpdateException(refused.Message, refused.InnerException);
