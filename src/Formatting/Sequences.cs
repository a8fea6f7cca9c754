using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace InteractiveArticle.Formatting;

/// <summary>
/// Sequences as the formatters of .NET Interactive show them, but for three things that they get wrong: one that contains
/// itself ends the process, what <c>yield</c> makes is shown as the name of its type, and a class of the reader's that is also
/// a list loses its properties.
/// </summary>
/// <param name="mimeType">The form.</param>
internal sealed class Sequences(string mimeType) : ITypeFormatter
{
    private const string Html = "text/html";
    private const string PlainText = "text/plain";
    private const string Within = "[ … ]";

    private static readonly string[] Forms = [PlainText, PlainText + "+summary", Html];

    // What is being formatted, from the outermost inwards.
    [ThreadStatic]
    private static HashSet<object>? path;

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

        path ??= new(ReferenceEqualityComparer.Instance);
        if (context.Depth >= Formatter.RecursionLimit || !path.Add(instance))
        {
            context.Writer.Write(Within);
            return true;
        }

        try
        {
            var type = instance.GetType();
            if (type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            {
                // Items that are passed on are shown as a list.
                ((IEnumerable)instance).Cast<object>().Select(item => item).FormatTo(context, MimeType);
                return true;
            }

            return PropertiesOf(type) is { Length: > 0 } properties && MimeType is PlainText or Html
                ? FormatWithProperties(instance, properties, context)
                : Usual(type).Format(instance, context);
        }
        finally
        {
            path.Remove(instance);
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
        if (MimeType == PlainText)
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
