using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CareerPortal.Testing;

/// <summary>
/// Which type of an assembly uses which other one of it: in what it declares, in its attributes, in its methods' bodies and in the signatures of
/// what they call. What the compiler makes of lambdas, iterators and asynchronous methods counts for the type they stand in.
/// </summary>
internal static class CompiledUses
{
    public static IReadOnlyList<(string From, string To)> Of(Assembly assembly)
    {
        using var resolver = new LoadedAssemblies();
        using var module = ModuleDefinition.ReadModule(assembly.Location, new ReaderParameters { AssemblyResolver = resolver });
        return
        [
            .. module
                .GetTypes()
                .SelectMany(type => TypesIn(type).SelectMany(Flat).Where(used => used.Scope == module).Select(used => (NameOf(type), NameOf(used))))
                .Where(use => use.Item1 != use.Item2)
                .Distinct(),
        ];
    }

    /// <summary>The name of the type that stands in the namespace itself, without the mark of its type parameters.</summary>
    private static string NameOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.FullName.Split('`')[0];
    }

    /// <summary>A list of guides is a list and a guide.</summary>
    private static IEnumerable<TypeReference> Flat(TypeReference? type) =>
        type switch
        {
            null or GenericParameter => [],
            GenericInstanceType generic => Flat(generic.ElementType).Concat(generic.GenericArguments.SelectMany(Flat)),
            IModifierType modified => Flat(modified.ModifierType).Concat(Flat(modified.ElementType)),
            FunctionPointerType pointer => Flat(pointer.ReturnType).Concat(pointer.Parameters.SelectMany(p => Flat(p.ParameterType))),
            TypeSpecification made => Flat(made.ElementType),
            _ => [type],
        };

    private static IEnumerable<TypeReference?> TypesIn(TypeDefinition type) =>
        [
            type.BaseType,
            .. type.Interfaces.Select(i => i.InterfaceType),
            .. InAttributes(type),
            .. InConstraints(type),
            .. type.Fields.SelectMany(f => InAttributes(f).Append(f.FieldType)),
            .. type.Properties.SelectMany(p => InAttributes(p).Append(p.PropertyType)),
            .. type.Events.SelectMany(e => InAttributes(e).Append(e.EventType)),
            .. type.Methods.SelectMany(InMethod),
        ];

    private static IEnumerable<TypeReference?> InMethod(MethodDefinition method) =>
        [
            .. InSignature(method),
            .. InAttributes(method),
            .. InAttributes(method.MethodReturnType),
            .. InConstraints(method),
            .. method.Parameters.SelectMany(InAttributes),
            .. method.HasBody ? InBody(method.Body) : [],
        ];

    private static IEnumerable<TypeReference?> InBody(Mono.Cecil.Cil.MethodBody body) =>
        [
            .. body.Variables.Select(v => v.VariableType),
            .. body.ExceptionHandlers.Select(h => h.CatchType),
            .. body.Instructions.SelectMany(InOperand),
        ];

    private static IEnumerable<TypeReference?> InOperand(Instruction instruction) =>
        instruction.Operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            MethodReference method => InSignature(method),
            CallSite call => call.Parameters.Select(p => p.ParameterType).Append(call.ReturnType),
            _ => [],
        };

    private static IEnumerable<TypeReference?> InSignature(MethodReference method) =>
        [
            method.DeclaringType,
            method.ReturnType,
            .. method.Parameters.Select(p => p.ParameterType),
            .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
        ];

    private static IEnumerable<TypeReference?> InConstraints(IGenericParameterProvider provider) =>
        provider.GenericParameters.SelectMany(p => p.Constraints.Select(c => c.ConstraintType));

    private static IEnumerable<TypeReference?> InAttributes(Mono.Cecil.ICustomAttributeProvider provider) =>
        provider.CustomAttributes.SelectMany(attribute =>
            attribute
                .ConstructorArguments.Concat(attribute.Properties.Concat(attribute.Fields).Select(named => named.Argument))
                .SelectMany(InArgument)
                .Append(attribute.AttributeType)
        );

    private static IEnumerable<TypeReference?> InArgument(CustomAttributeArgument argument) =>
        argument.Value switch
        {
            TypeReference type => [type],
            CustomAttributeArgument inner => InArgument(inner),
            CustomAttributeArgument[] several => several.SelectMany(InArgument),
            _ => [argument.Type],
        };

    /// <summary>An attribute's values are read by the types of their members, which the running tests have at hand.</summary>
    private sealed class LoadedAssemblies : BaseAssemblyResolver
    {
        private readonly Dictionary<string, AssemblyDefinition> _read = [];

        public override AssemblyDefinition Resolve(AssemblyNameReference name)
        {
            if (!_read.TryGetValue(name.FullName, out var assembly))
            {
                assembly = AssemblyDefinition.ReadAssembly(Assembly.Load(new AssemblyName(name.FullName)).Location);
                _read.Add(name.FullName, assembly);
            }

            return assembly;
        }

        protected override void Dispose(bool disposing)
        {
            foreach (var assembly in _read.Values)
            {
                assembly.Dispose();
            }

            _read.Clear();
            base.Dispose(disposing);
        }
    }
}
