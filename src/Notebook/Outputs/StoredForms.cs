namespace InteractiveArticle.Notebook.Outputs;

/// <summary>
/// What of an output a notebook file is to hold: not the forms of figures, scenes and results of guesses that only the article's page
/// can show, which are large and made anew for every page, and neither HTML nor its scripts where there is Markdown. Front ends show
/// neither of a notebook that nobody has trusted yet, and would show nothing in its place.
/// </summary>
public static class StoredForms
{
    /// <summary>An output as a file is to hold it.</summary>
    /// <param name="output">The output as a cell gave it.</param>
    /// <returns>The output without the other forms; console text and errors as they are.</returns>
    public static Output Of(Output output) => output switch
    {
        DisplayOutput display => Of(display),
        ResultOutput result => result with { Data = Of(result.Data) },
        _ => output,
    };

    /// <inheritdoc cref="Of(Output)"/>
    public static DisplayOutput Of(DisplayOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output with { Data = Of(output.Data) };
    }

    private static MimeBundle Of(MimeBundle forms) => forms.Find(MimeTypes.Markdown) is null
        ? forms
        : forms.Without(MimeTypes.Figure, MimeTypes.Scene, MimeTypes.NarrowScene, MimeTypes.Reveal, MimeTypes.Html, MimeTypes.Plotly);
}
