using InteractiveArticle.Notebook.Outputs;
using InteractiveArticle.Rendering;

namespace InteractiveArticle.Live;

/// <summary>
/// Outputs as the worker sends them to the page, which cleans itself what a cell made, and needs no still pictures.
/// </summary>
internal sealed class UncheckedOutputs : IOutputPage
{
    public string? PictureOf(Output output, string id) => null;

    public string Reduce(string html) => html;

    public string Frame(string html) => html;

    public string? Check(string svg) => svg;
}
