using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CareerPortal.Data;

/// <summary>Stores a document as JSON text.</summary>
internal sealed class AsJson<T>() : ValueConverter<T, string>(value => StoredJson.Write(value), text => StoredJson.Read<T>(text));
