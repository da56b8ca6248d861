using Microsoft.AspNetCore.Components.Endpoints;

namespace CareerPortal.Web.Hosting;

/// <summary>Passes a body on as it is written, and drops it where a page refuses a form, whose text is for developers.</summary>
internal sealed class HeldBackBody(Stream inner, HttpResponse response) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

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

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        IsHeldBack ? ValueTask.CompletedTask : inner.WriteAsync(buffer, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
