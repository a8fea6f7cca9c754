using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Kernel;

namespace InteractiveArticle.Notebook.Running;

/// <summary>
/// Collects a cell's outputs as a notebook file keeps them: console text in one piece as long as nothing comes
/// between, and updated displays in their first place.
/// </summary>
internal sealed class CellOutputs : IOutputSink
{
    private readonly List<Output> outputs = [];

    public IReadOnlyList<Output> All => outputs;

    public void Write(Output output)
    {
        if (output is StreamOutput stream && outputs.LastOrDefault() is StreamOutput last && last.Name == stream.Name)
        {
            outputs[^1] = last with { Text = last.Text + stream.Text };
        }
        else
        {
            outputs.Add(output);
        }
    }

    public void Update(DisplayOutput output)
    {
        for (int i = 0; i < outputs.Count; i++)
        {
            if (outputs[i] is DisplayOutput shown && shown.DisplayId == output.DisplayId)
            {
                outputs[i] = output;
            }
        }
    }
}
