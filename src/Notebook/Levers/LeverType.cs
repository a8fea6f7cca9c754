namespace InteractiveArticle.Notebook.Levers;

/// <summary>What a lever takes.</summary>
public enum LeverType
{
    /// <summary>A number, <c>double</c> in the notebook.</summary>
    Number,

    /// <summary>A whole number, <c>int</c> in the notebook.</summary>
    WholeNumber,

    /// <summary>On or off, <c>bool</c> in the notebook.</summary>
    Switch,

    /// <summary>One of a few words, <c>string</c> in the notebook.</summary>
    Choice,
}
