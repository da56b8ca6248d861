using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CareerPortal.Data;

/// <summary>Keeps every stored moment in UTC and says so when it is read.</summary>
internal sealed class UtcDateTime()
    : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value,
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc)
    );
