using System.ComponentModel.DataAnnotations;
using CareerPortal.Migrations.Sqlite;
using CareerPortal.Migrations.SqlServer;

namespace CareerPortal.Web.Hosting;

/// <summary>Which store the site uses: the section <c>Database</c>.</summary>
internal sealed record StoreOptions : IValidatableObject
{
    public const string Section = "Database";

    public string Provider { get; init; } = SqliteStore.ProviderName;

    /// <summary>Where the embedded store lies; counted from the working folder.</summary>
    public string DataFolder { get; init; } = "data";

    public bool IsSqlite => Provider.Equals(SqliteStore.ProviderName, StringComparison.OrdinalIgnoreCase);

    public bool IsSqlServer => Provider.Equals(SqlServerStore.ProviderName, StringComparison.OrdinalIgnoreCase);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsSqlite && !IsSqlServer)
        {
            yield return new ValidationResult(
                $"Database:Provider is '{Provider}': set it to {SqliteStore.ProviderName} or {SqlServerStore.ProviderName}."
            );
        }

        if (IsSqlite && string.IsNullOrWhiteSpace(DataFolder))
        {
            yield return new ValidationResult("Database:DataFolder is empty: set it to a folder the site may write to.");
        }
    }
}
