using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CareerPortal.Benchmarks.Circuits;

/// <summary>
/// The browser's end of one circuit of the editor's page: it opens the circuit over a WebSocket, acknowledges what is drawn, answers what
/// <c>editor.js</c> would, and asks for the texts of the section once.
/// </summary>
internal sealed class EditorCircuit : IAsyncDisposable, IInvocationBinder
{
    private const char EndOfHandshake = '\u001e';
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(10);

    /// <summary>What Blazor's own script speaks: the framework has it for itself.</summary>
    private static readonly IHubProtocol Protocol = (IHubProtocol)
        Activator.CreateInstance(
            typeof(CircuitOptions).Assembly.GetType("Microsoft.AspNetCore.Components.Server.BlazorPack.BlazorPackHubProtocol", throwOnError: true)!,
            nonPublic: true
        )!;

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _attached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<string> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _living = Task.CompletedTask;
    private long _editor;
    private int _asked;

    private EditorCircuit() { }

    /// <summary>How many texts the section told.</summary>
    public int Fields { get; private set; }

    /// <summary>Opens the circuit of a page and waits until its form is drawn.</summary>
    /// <param name="page">The page's address.</param>
    /// <param name="headers">What its reader sends along.</param>
    /// <param name="islands">The markers of its interactive parts.</param>
    /// <param name="state">The state that the page hands over.</param>
    public static async Task<EditorCircuit> OpenAsync(Uri page, HttpRequestHeaders headers, IReadOnlyList<JsonNode> islands, string state)
    {
        var circuit = new EditorCircuit();
        try
        {
            await circuit.ConnectAsync(page, headers);
            await circuit.SendAsync(new InvocationMessage("1", "StartCircuit", [new Uri(page, "/").AbsoluteUri, page.AbsoluteUri, "[]", state]));
            var operations = new JsonArray([
                .. islands.Select(
                    (marker, at) =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["type"] = "add",
                                ["ssrComponentId"] = at + 1,
                                ["marker"] = marker,
                            }
                ),
            ]);
            var batch = new JsonObject { ["batchId"] = 1, ["operations"] = operations };
            await circuit.SendAsync(new InvocationMessage("UpdateRootComponents", [batch.ToJsonString(), ""]));
            await circuit._attached.Task.WaitAsync(Longest);
            var texts = JsonNode.Parse(await circuit.AskAsync("RedrawAsync", "[null,null]"))!["texts"]!.AsObject();
            circuit.Fields = texts.Count;
            return circuit;
        }
        catch
        {
            await circuit.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks for a sign of life, as the page does.</summary>
    public async Task<bool> IsAliveAsync() => await AskAsync("AnswerAsync", "[]") == "true";

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _living;
        _socket.Dispose();
        _writing.Dispose();
        _end.Dispose();
    }

    IReadOnlyList<Type> IInvocationBinder.GetParameterTypes(string methodName) =>
        methodName switch
        {
            "JS.AttachComponent" => [typeof(int), typeof(string)],
            "JS.BeginInvokeJS" => [typeof(long), typeof(string), typeof(string), typeof(int), typeof(long), typeof(int)],
            "JS.EndInvokeDotNet" => [typeof(string), typeof(bool), typeof(string)],
            "JS.RenderBatch" => [typeof(long), typeof(byte[])],
            "JS.EndUpdateRootComponents" => [typeof(long)],
            "JS.Error" => [typeof(string)],
            _ => throw new InvalidOperationException($"The page is asked for {methodName}, which nothing here answers."),
        };

    Type IInvocationBinder.GetReturnType(string invocationId) => typeof(string);

    Type IInvocationBinder.GetStreamItemType(string streamId) => typeof(byte[]);

    private async Task ConnectAsync(Uri page, HttpRequestHeaders headers)
    {
        foreach (var (name, values) in headers)
        {
            _socket.Options.SetRequestHeader(name, string.Join("; ", values));
        }

        _socket.Options.SetRequestHeader("Origin", page.GetLeftPart(UriPartial.Authority));
        await _socket.ConnectAsync(
            new UriBuilder(page)
            {
                Scheme = "ws",
                Path = "/_blazor",
                Query = "",
            }.Uri,
            _end.Token
        );
        var greeting = new JsonObject { ["protocol"] = Protocol.Name, ["version"] = Protocol.Version }.ToJsonString() + EndOfHandshake;
        await _socket.SendAsync(Encoding.UTF8.GetBytes(greeting), WebSocketMessageType.Text, endOfMessage: true, _end.Token);
        _living = Task.WhenAll(ReadAsync(), PingAsync());
    }

    private async Task<string> AskAsync(string method, string arguments)
    {
        _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var call = (++_asked).ToString(CultureInfo.InvariantCulture);
        await SendAsync(new InvocationMessage("BeginInvokeDotNetFromJS", [call, null, method, _editor, arguments]));
        return await _answer.Task.WaitAsync(Longest);
    }

    private async Task SendAsync(HubMessage message)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Protocol.WriteMessage(message, bytes);
        await _writing.WaitAsync(_end.Token);
        try
        {
            await _socket.SendAsync(bytes.WrittenMemory, WebSocketMessageType.Binary, endOfMessage: true, _end.Token);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task PingAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(Ping, _end.Token);
                await SendAsync(PingMessage.Instance);
            }
        }
        catch (OperationCanceledException)
        {
            // The page is left.
        }
        catch (WebSocketException e)
        {
            Fail(e);
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            var held = new ArrayBufferWriter<byte>();
            var isGreeted = false;
            while (true)
            {
                var read = await _socket.ReceiveAsync(held.GetMemory(4_096), _end.Token);
                held.Advance(read.Count);
                if (read.MessageType == WebSocketMessageType.Close)
                {
                    throw new WebSocketException($"The site closed the circuit: {_socket.CloseStatusDescription}");
                }

                if (!read.EndOfMessage)
                {
                    continue;
                }

                var rest = new ReadOnlySequence<byte>(held.WrittenMemory);
                if (!isGreeted)
                {
                    isGreeted = HandshakeProtocol.TryParseResponseMessage(ref rest, out var greeting);
                    if (!isGreeted || greeting!.Error is not null)
                    {
                        throw new WebSocketException(greeting?.Error ?? "The site did not greet.");
                    }
                }

                while (Protocol.TryParseMessage(ref rest, this, out var message))
                {
                    await TakeAsync(message);
                }

                var left = rest.ToArray();
                held = new ArrayBufferWriter<byte>();
                held.Write(left);
            }
        }
        catch (OperationCanceledException)
        {
            // The page is left.
        }
        catch (Exception e)
        {
            Fail(e);
        }
    }

    private void Fail(Exception fault)
    {
        _attached.TrySetException(fault);
        _answer.TrySetException(fault);
    }

    private Task TakeAsync(HubMessage message) =>
        message switch
        {
            InvocationMessage { Target: "JS.RenderBatch" } drawn => SendAsync(new InvocationMessage("OnRenderCompleted", [drawn.Arguments[0], null])),
            InvocationMessage { Target: "JS.BeginInvokeJS" } called => AnswerAsync(called.Arguments),
            InvocationMessage { Target: "JS.EndInvokeDotNet" } answered => Told(answered.Arguments),
            InvocationMessage { Target: "JS.Error" } error => throw new InvalidOperationException($"{error.Arguments[0]}"),
            CompletionMessage { Error: { } error } => throw new InvalidOperationException(error),
            InvocationBindingFailureMessage failure => failure.BindingFailure.SourceException is var e
                ? throw new InvalidOperationException($"{failure.Target}: {e.Message}", e)
                : Task.CompletedTask,
            CloseMessage close => throw new InvalidOperationException(close.Error ?? "The site ended the circuit."),
            _ => Task.CompletedTask,
        };

    /// <summary>A script that is imported is an object of the page; the editor gives it itself, to be called.</summary>
    private async Task AnswerAsync(object?[] called)
    {
        var (handle, name, arguments) = ((long)called[0]!, (string)called[1]!, (string?)called[2]);
        if (name == "attach")
        {
            _editor = JsonNode.Parse(arguments!)![0]!["__dotNetObject"]!.GetValue<long>();
        }

        var result = name == "import" ? """{"__jsObjectId":1}""" : "null";
        await SendAsync(new InvocationMessage("EndInvokeJSFromDotNet", [handle, true, $"[{handle},true,{result}]"]));
        if (name == "attach")
        {
            _attached.TrySetResult();
        }
    }

    private Task Told(object?[] answered)
    {
        if ((bool)answered[1]!)
        {
            _answer.TrySetResult((string)answered[2]!);
        }
        else
        {
            _answer.TrySetException(new InvalidOperationException((string)answered[2]!));
        }

        return Task.CompletedTask;
    }
}
