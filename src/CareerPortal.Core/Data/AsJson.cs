using CareerPortal.Import;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CareerPortal.Data;

/// <summary>Stores a document as JSON text, in the form it has in exchange files.</summary>
internal sealed class AsJson<T>() : ValueConverter<T, string>(value => ExchangeJson.Write(value, false), text => ExchangeJson.Read<T>(text));
