using System.Collections;
using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Formatting;

/// <summary>
/// Sequences as the formatters of .NET Interactive show them, but for four things that they get wrong: one that contains
/// itself ends the process, what <c>yield</c> makes is shown as the name of its type, a class of the reader's that is also
/// a list loses its properties, and Newtonsoft's JSON cannot be shown at all.
/// </summary>
/// <param name="mimeType">The form.</param>
internal sealed class Sequences(string mimeType) : ITypeFormatter
{
    private const string Ellipsis = "[ … ]";

    private const string Last = "last resort";

    private static readonly string[] Forms = [MimeTypes.Text, MimeTypes.Text + "+summary", MimeTypes.Html];
    private static readonly MethodInfo BoundLastResortMethod = typeof(Sequences).GetMethod(nameof(BoundLastResort), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo PassOnMethod = typeof(Sequences).GetMethod(nameof(PassOn), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly ConcurrentDictionary<Type, bool> Bounded = new();

    // What is being formatted on this thread, from the outermost inwards, by the form.
    [ThreadStatic]
    private static Dictionary<string, HashSet<object>>? paths;

    /// <inheritdoc/>
    public string MimeType { get; } = mimeType;

    /// <inheritdoc/>
    public Type Type => typeof(IEnumerable);

    /// <summary>Takes over sequences from the default formatters.</summary>
    public static void Register()
    {
        foreach (string form in Forms)
        {
            Formatter.Register(new Sequences(form));
        }
    }

    /// <inheritdoc/>
    public bool Format(object instance, FormatContext context)
    {
        if (instance is string)
        {
            return Usual(typeof(string)).Format(instance, context);
        }

        var type = instance.GetType();
        if (IsJson(type))
        {
            string json = instance.ToString() ?? "";
            context.Writer.Write(MimeType == MimeTypes.Html ? $"<div class=\"dni-plaintext\"><pre>{WebUtility.HtmlEncode(json)}</pre></div>" : json);
            return true;
        }

        Bounded.GetOrAdd(type, _ => (bool)BoundLastResortMethod.MakeGenericMethod(type).Invoke(null, null)!);
        return Within(MimeType, instance, context, () =>
        {
            if (type.Name.Contains(">d__", StringComparison.Ordinal))
            {
                // What the compiler makes of a method with yield: passed on, its items are shown as a list.
                PassedOn((IEnumerable)instance).FormatTo(context, MimeType);
                return true;
            }

            return PropertiesOf(type) is { Length: > 0 } properties && MimeType is MimeTypes.Text or MimeTypes.Html
                ? FormatWithProperties(instance, properties, context)
                : Usual(type).Format(instance, context);
        });
    }

    // Newtonsoft's tokens are dictionaries that fail at what formatters ask of one, and their own text is the best.
    private static bool IsJson(Type? type) => type is not null && (type.FullName == "Newtonsoft.Json.Linq.JToken" || IsJson(type.BaseType));

    private static object PassedOn(IEnumerable sequence)
    {
        var item = sequence.GetType().GetInterfaces().FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GenericTypeArguments[0];
        return item is null ? sequence.Cast<object>().Select(next => next) : PassOnMethod.MakeGenericMethod(item).Invoke(null, [sequence])!;
    }

    private static IEnumerable<T> PassOn<T>(IEnumerable<T> sequence) => sequence.Select(next => next);

    // What lies too deep, or within a summary, is formatted by this, which knows no bounds.
    private static bool BoundLastResort<T>()
    {
        var usual = PlainTextFormatter<T>.Default;
        PlainTextFormatter<T>.Default = new((value, context) => { Within(Last, value!, context, () => usual.Format(value, context)); });
        return true;
    }

    private static bool Within(string form, object instance, FormatContext context, Func<bool> format)
    {
        paths ??= Forms.Append(Last).ToDictionary(form => form, _ => new HashSet<object>(ReferenceEqualityComparer.Instance));
        if (context.Depth > Formatter.RecursionLimit || !paths[form].Add(instance))
        {
            context.Writer.Write(Ellipsis);
            return true;
        }

        try
        {
            return format();
        }
        finally
        {
            paths[form].Remove(instance);
        }
    }

    // What the package would choose: first of what was registered on purpose, then of its own. Not kept, as cells register more.
    private ITypeFormatter Usual(Type type)
    {
        // As a side effect this registers the formatters that the type brings along.
        _ = Formatter.GetPreferredMimeTypesFor(type);
        ITypeFormatter? among(bool includeDefaults) =>
            MostSpecific(null, type, MimeType, Formatter.RegisteredFormatters(includeDefaults).Where(formatter => formatter is not Sequences));
        return among(includeDefaults: false) ?? among(includeDefaults: true) ?? throw new ArgumentException($"No formatter is registered for MIME type {MimeType}.");
    }

    // Only of lists of the reader's own: those of the framework have nothing more to tell than their items.
    private static PropertyInfo[] PropertiesOf(Type type) =>
        !typeof(ICollection).IsAssignableFrom(type) || type.IsArray || IsOfTheFramework(type)
            ? []
            : [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanRead && property.GetIndexParameters().Length == 0 && !IsOfTheFramework(property.DeclaringType!))];

    private static bool IsOfTheFramework(Type type) => type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));

    private bool FormatWithProperties(object instance, PropertyInfo[] properties, FormatContext context)
    {
        var members = properties.Select(property => (property.Name, Value: ValueOf(property, instance)));
        if (MimeType == MimeTypes.Text)
        {
            context.Writer.Write(instance.GetType().Name);
            foreach (var (name, value) in members)
            {
                context.Writer.WriteLine();
                PlainTextFormatter.WriteStartProperty(context);
                context.Writer.Write($"{name}: ");
                value.FormatTo(context, MimeType);
            }

            context.Writer.WriteLine();
            PlainTextFormatter.WriteStartProperty(context);
            context.Writer.Write("(values): ");
            return Usual(instance.GetType()).Format(instance, context);
        }

        context.Writer.Write($"<details open=\"open\" class=\"dni-treeview\"><summary><span class=\"dni-code-hint\"><code>{instance.GetType().Name}</code></span></summary><div><table><tbody>");
        foreach (var (name, value) in members)
        {
            context.Writer.Write($"<tr><td>{name}</td><td>");
            value.FormatTo(context, MimeType);
            context.Writer.Write("</td></tr>");
        }

        context.Writer.Write("<tr><td><i>(values)</i></td><td>");
        Usual(instance.GetType()).Format(instance, context);
        context.Writer.Write("</td></tr></tbody></table></div></details>");
        return true;
    }

    private static object? ValueOf(PropertyInfo property, object instance)
    {
        try
        {
            return property.GetValue(instance);
        }
        catch (TargetInvocationException e)
        {
            return e.InnerException;
        }
    }

    // The package's own choice among formatters, which has no public name.
    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "TryFindPreferredFormatter")]
    private static extern ITypeFormatter? MostSpecific(
        [UnsafeAccessorType("Microsoft.DotNet.Interactive.Formatting.Formatter, Microsoft.DotNet.Interactive.Formatting")] object? formatter,
        Type actualType,
        string mimeType,
        IEnumerable<ITypeFormatter> formatters);
}
