using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Jupyter.Requests;

/// <summary>Passes on what a notebook file is to hold of what a cell shows.</summary>
/// <param name="sink">Takes it.</param>
internal sealed class StoredFormsSink(IOutputSink sink) : IOutputSink
{
    public void Write(Output output) => sink.Write(StoredForms.Of(output));

    public void Update(DisplayOutput output) => sink.Update(StoredForms.Of(output));

    public void Clear() => sink.Clear();
}
