namespace InteractiveArticle.Parameters;

/// <summary>What kind of values a parameter takes.</summary>
public enum ParameterKind
{
    /// <summary>A number, a <see cref="double"/>.</summary>
    Number,

    /// <summary>A whole number, an <see cref="int"/>.</summary>
    WholeNumber,

    /// <summary>On or off, a <see cref="bool"/>.</summary>
    Switch,

    /// <summary>One of a few words, a <see cref="string"/>.</summary>
    Choice,
}
