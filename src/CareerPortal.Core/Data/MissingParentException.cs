using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Data;

/// <summary>A row was not stored because the one it belongs to is not there: somebody deleted it meanwhile.</summary>
public sealed class MissingParentException(DbUpdateException refused) : DbUpdateException(refused.Message, refused.InnerException);
