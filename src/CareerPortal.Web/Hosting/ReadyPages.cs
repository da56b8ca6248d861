using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// Answers for kept pages at the site's door, before anything else is done: whole, with every header, as the site once answered the very same
/// request, for as long as the edition stands of which the page was. What is not ready here goes on into the site as ever.
/// </summary>
internal sealed class ReadyPages(PageEditions editions, SignIn signIn, ReadyCounts counts, TimeProvider time, long mostBytes = 32L * 1024 * 1024)
    : IDisposable
{
    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = mostBytes });

    public Task PassAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var isGet = HttpMethods.IsGet(request.Method);
        if (!isGet && !HttpMethods.IsHead(request.Method) || !IsPlain(context))
        {
            return next(context);
        }

        var key = new ReadyKey(
            request.Scheme,
            // As it was sent: reading it may fail, and the site answers that (KnownHost).
            request.Headers.Host.ToString(),
            request.Path.Value,
            request.QueryString.Value,
            AcceptedEncoding.Of(request.Headers),
            StatusCodes.Status200OK
        );
        var tag = request.Headers.IfNoneMatch.Count > 0 ? request.Headers.IfNoneMatch[0] : null;
        if (tag is not null && Held(key with { Status = StatusCodes.Status304NotModified }) is { } unchanged && IsSame(unchanged.Tag, tag))
        {
            return SendAsync(context, unchanged, withBody: false);
        }

        if (Held(key) is { } page && (tag is null || !IsSame(page.Tag, tag)))
        {
            return SendAsync(context, page, withBody: isGet);
        }

        return isGet ? LearnAsync(context, next, key) : next(context);
    }

    public void Dispose() => _answers.Dispose();

    /// <summary>
    /// Whether a request is such as everybody sends: it says nothing of its sender, carries nothing, and asks for one page at most.
    /// </summary>
    private bool IsPlain(HttpContext context)
    {
        var (request, headers) = (context.Request, context.Request.Headers);
        return !request.PathBase.HasValue
            && request.ContentLength is null or 0
            && headers.TransferEncoding.Count == 0
            && headers.IfModifiedSince.Count == 0
            && (headers.IfNoneMatch.Count == 0 || headers.IfNoneMatch is [{ } tag] && IsTag(tag))
            && !signIn.MayBeOn(context);
    }

    /// <summary>The answer that is ready, of the edition that is known to stand; null where the store has to be asked which that is.</summary>
    private ReadyAnswer? Held(ReadyKey key) =>
        _answers.TryGetValue(key, out ReadyAnswer? answer) && editions.Known(answer!.Edition.Realms) == answer.Edition ? answer : null;

    private async Task LearnAsync(HttpContext context, RequestDelegate next, ReadyKey key)
    {
        using var draft = new ReadyDraft(context, counts, answer => Keep(key, answer));
        context.Features.Set(draft);
        context.Response.OnStarting(static d => ((ReadyDraft)d).NoteHeaders(), draft);
        await next(context);
        draft.End();
    }

    private void Keep(ReadyKey key, ReadyAnswer answer)
    {
        var life = answer.Made is { } made ? made + SharedPagePolicy.Longest - time.GetUtcNow() : SharedPagePolicy.Longest;
        if (life > TimeSpan.Zero)
        {
            _answers.Set(
                key with
                {
                    Status = answer.Status,
                },
                answer,
                new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = life, Size = key.Bytes + answer.Bytes }
            );
        }
    }

    private Task SendAsync(HttpContext context, ReadyAnswer answer, bool withBody)
    {
        context.SetEndpoint(answer.Endpoint);
        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.Made is { } made)
        {
            response.Headers.Age = HeaderUtilities.FormatNonNegativeInt64((long)Math.Max(0, (time.GetUtcNow() - made).TotalSeconds));
        }

        counts.Add(answer.Count);
        return withBody ? response.Body.WriteAsync(answer.Body).AsTask() : Task.CompletedTask;
    }

    /// <summary>One tag and nothing else. A list, and a star, are the site's to judge.</summary>
    private static bool IsTag(StringSegment text)
    {
        var tag = Opaque(text);
        return tag.Length >= 2 && tag[0] == '"' && tag.IndexOf('"', 1) == tag.Length - 1;
    }

    /// <summary>Whether two tags name the same page: weak or not, as is right for reading.</summary>
    private static bool IsSame(StringSegment one, StringSegment other) => Opaque(one).Equals(Opaque(other), StringComparison.Ordinal);

    private static StringSegment Opaque(StringSegment tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag.Subsegment(2) : tag;
}
