namespace CareerPortal.Web.Hosting;

/// <summary>How often answers of one route and status were sent, in all and since they were last told.</summary>
internal sealed class ReadyCount(string route, int status)
{
    private long _untold;

    public string Route => route;

    public int Status => status;

    /// <summary>Names both to whoever measures.</summary>
    public KeyValuePair<string, object?>[] Tags { get; } = [new("http.route", route), new("http.response.status_code", status)];

    public void Add() => Interlocked.Increment(ref _untold);

    /// <summary>The times that nobody has been told of yet.</summary>
    public long Take() => Interlocked.Exchange(ref _untold, 0);
}
