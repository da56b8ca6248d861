using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareerPortal.Web.Api;

/// <summary>What was asked for, and no refusal: it has a tag, and is not sent again to whoever has it.</summary>
internal interface IApiAnswer : IResult;

/// <summary>What was asked for, as JSON.</summary>
internal sealed class ApiAnswer<T>(T value) : IApiAnswer
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        httpContext.Response.WriteAsJsonAsync(value, ApiAnswer.Json, "application/json; charset=utf-8", httpContext.RequestAborted);
}

/// <summary>How answers are written.</summary>
internal static class ApiAnswer
{
    /// <summary>Facts that are not there are left out; letters stand as they are, since no answer is pasted into a page.</summary>
    public static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    public static ApiAnswer<T> Of<T>(T value) => new(value);

    /// <summary>A word of a list as programs read it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
