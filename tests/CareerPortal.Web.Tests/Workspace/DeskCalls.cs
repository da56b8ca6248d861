using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Editing;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>
/// Every action that somebody can ask of the workspace, whether a page, a circuit or an address for programs asks: the methods of Core that take an
/// <see cref="Actor"/>. Found, not listed: a new one is tested by being there.
/// </summary>
internal static class DeskCalls
{
    public static IReadOnlyList<MethodInfo> All { get; } =
    [
        .. typeof(Actor)
            .Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false, IsPublic: true } && t != typeof(Actor))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(Actor)))
            .OrderBy(NameOf, StringComparer.Ordinal),
    ];

    public static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    /// <summary>Calls a method for an actor, with arguments that would do where the actor might.</summary>
    public static async Task<object?> CallAsync(IServiceProvider services, MethodInfo method, Actor actor, IReadOnlyDictionary<string, object> known)
    {
        await using var scope = services.CreateAsyncScope();
        var desk = ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, method.DeclaringType!);
        var arguments = method.GetParameters().Select(p => p.ParameterType == typeof(Actor) ? actor : ValueOf(p, known)).ToArray();
        var task = (Task)method.Invoke(desk, arguments)!;
        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }

    /// <summary>Whether an answer gives nothing and says that nothing was done.</summary>
    public static bool IsRefusal(object? answer) =>
        answer switch
        {
            null => true,
            bool done => !done,
            DeskAnswer said => said is not (DeskAnswer.Done or DeskAnswer.DoneBefore),
            string => false,
            IEnumerable items => !items.Cast<object>().Any(),
            System.Runtime.CompilerServices.ITuple parts => IsRefusal(parts[0]),
            Enum said => said.ToString() is not ("Done" or "DoneBefore"),
            _ when answer.GetType().GetProperty("Answer")?.GetValue(answer) is { } inner => IsRefusal(inner),
            _ when answer.GetType().Name == "VoidTaskResult" => true,
            _ => false,
        };

    private static object? ValueOf(ParameterInfo parameter, IReadOnlyDictionary<string, object> known) =>
        known.TryGetValue(parameter.Name!, out var value) && parameter.ParameterType.IsInstanceOfType(value) ? value
        : parameter.ParameterType == typeof(CancellationToken) ? TestContext.Current.CancellationToken
        : ValueOf(parameter.ParameterType);

    private static object? ValueOf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) ? "x"
            : plain == typeof(int) ? 1
            : plain == typeof(long) ? 1L
            : plain == typeof(bool) ? true
            : plain == typeof(Guid) ? Guid.CreateVersion7()
            : plain == typeof(DateTime) ? DateTime.UtcNow.AddDays(1)
            : plain == typeof(DateOnly) ? DateOnly.FromDateTime(DateTime.UtcNow)
            : plain.IsEnum ? Enum.GetValues(plain).GetValue(0)
            : plain == typeof(JsonObject) ? new JsonObject()
            : typeof(JsonNode).IsAssignableFrom(plain) ? JsonValue.Create("x")
            : plain.IsArray ? Array.CreateInstance(plain.GetElementType()!, 0)
            : plain.IsGenericType && plain.IsInterface && plain.GetGenericArguments() is [var item] ? Array.CreateInstance(item, 0)
            : plain.IsGenericType && plain.IsInterface && plain.GetGenericArguments() is [var key, var held]
                ? Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, held))
            : typeof(Delegate).IsAssignableFrom(plain) ? Answering(plain)
            : plain.IsInterface || plain.IsAbstract ? null
            : plain.IsValueType && plain.GetConstructors().Length == 0 ? Activator.CreateInstance(plain)
            : Made(plain);
    }

    /// <summary>A delegate that answers with something of its kind.</summary>
    private static Delegate Answering(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        var parameters = invoke.GetParameters().Select(p => Expression.Parameter(p.ParameterType)).ToArray();
        Expression body =
            invoke.ReturnType == typeof(void)
                ? Expression.Empty()
                : Expression.Convert(Expression.Constant(ValueOf(invoke.ReturnType)), invoke.ReturnType);
        return Expression.Lambda(type, body, parameters).Compile();
    }

    private static object? Made(Type type) =>
        type.GetConstructors().OrderBy(c => c.GetParameters().Length).FirstOrDefault(c => c.GetParameters().All(p => p.ParameterType != type))
            is { } constructor
            ? constructor.Invoke([.. constructor.GetParameters().Select(p => ValueOf(p.ParameterType))])
            : null;
}
