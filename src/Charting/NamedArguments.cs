using System.Collections;
using System.Reflection;
using Plotly.NET;

namespace InteractiveArticle.Charting;

/// <summary>
/// Calls the functions with which Plotly.NET makes its objects. They take dozens of arguments, all optional: F# leaves
/// out those that it does not need, but C# would have to write all 87 of a <see cref="Plotly.NET.LayoutObjects.LinearAxis"/>.
/// Here the members of an anonymous object are the arguments that are given, by the names that Plotly.NET has for them.
/// </summary>
internal static class NamedArguments
{
    private const string Initialiser = "init";

    /// <summary>Makes an object by its type's function <c>init</c>.</summary>
    /// <typeparam name="T">A type of Plotly.NET.</typeparam>
    /// <param name="arguments">The arguments; those that are null are left out.</param>
    /// <exception cref="ArgumentException">The function has no such argument, or it is of another type.</exception>
    public static T New<T>(object arguments) => (T)Call(typeof(T).GetMethod(Initialiser)!, arguments)!;

    /// <summary>Gives a series its style by a function of <see cref="Trace2DStyle"/>.</summary>
    /// <param name="trace">The series.</param>
    /// <param name="function">The name of the function.</param>
    /// <param name="arguments">The arguments; those that are null are left out.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentException">The function has no such argument, or it is of another type.</exception>
    public static Trace2D Style(Trace2D trace, string function, object arguments) =>
        ((Microsoft.FSharp.Core.FSharpFunc<Trace2D, Trace2D>)Call(typeof(Trace2DStyle).GetMethod(function)!, arguments)!).Invoke(trace);

    private static object? Call(MethodInfo function, object arguments)
    {
        // What may be a number, a text or a date is generic there; the type of a series comes last.
        if (function.IsGenericMethodDefinition)
        {
            function = function.MakeGenericMethod([.. function.GetGenericArguments().Select(type => type.GetGenericParameterConstraints().Contains(typeof(IConvertible)) ? typeof(IConvertible) : typeof(Trace2D))]);
        }

        var given = arguments.GetType().GetProperties().ToDictionary(argument => argument.Name, argument => argument.GetValue(arguments));
        var parameters = function.GetParameters();
        return given.Keys.Except(parameters.Select(parameter => parameter.Name!)).FirstOrDefault() is { } unknown
            ? throw new ArgumentException($"{function.DeclaringType!.Name}.{function.Name} has no argument {unknown}.", nameof(arguments))
            : function.Invoke(null, [.. parameters.Select(parameter => given.GetValueOrDefault(parameter.Name!) is { } value ? Option(value, parameter.ParameterType) : null)]);
    }

    private static object Option(object value, Type option)
    {
        // A list of numbers is no list of IConvertible until each of them is boxed.
        bool isList = option.GenericTypeArguments[0] == typeof(IEnumerable<IConvertible>);
        return Activator.CreateInstance(option, isList ? ((IEnumerable)value).Cast<IConvertible>().ToArray() : value)!;
    }
}
