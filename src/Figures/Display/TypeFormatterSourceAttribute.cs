namespace InteractiveArticle.Figures.Display;

/// <summary>
/// Tells a notebook kernel how to show a type. Kernels that follow .NET Interactive recognise the attribute by its
/// name and its members, so that the library needs no reference to any kernel.
/// </summary>
/// <param name="formatterSourceType">A type with a parameterless constructor and a method <c>CreateTypeFormatters()</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>A type with a parameterless constructor and a method <c>CreateTypeFormatters()</c>.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The forms a value is shown in, the richest first.</summary>
    public string[]? PreferredMimeTypes { get; set; }
}
