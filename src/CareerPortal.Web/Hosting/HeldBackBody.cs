using Microsoft.AspNetCore.Components.Endpoints;

namespace CareerPortal.Web.Hosting;

/// <summary>Passes a body on as it is written, and drops it where a page refuses a form, whose text is for developers.</summary>
internal sealed class HeldBackBody(Stream inner, HttpResponse response) : WrittenBody
{
    /// <summary>The answer of a page that refuses what was posted to it. Which endpoint answers is known only once the routing has run.</summary>
    public bool IsHeldBack =>
        response.StatusCode == StatusCodes.Status400BadRequest
        && response.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    public override void Flush()
    {
        if (!IsHeldBack)
        {
            inner.Flush();
        }
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => IsHeldBack ? Task.CompletedTask : inner.FlushAsync(cancellationToken);

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (!IsHeldBack)
        {
            inner.Write(buffer, offset, count);
        }
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        IsHeldBack ? ValueTask.CompletedTask : inner.WriteAsync(buffer, cancellationToken);
}
