using System.Text;

namespace InteractiveArticle.Notebook.Outputs;

/// <summary>
/// Keeps what one cell shows, as a notebook file holds it: pieces of one stream that follow each other become one
/// output, and an update takes the place of what it updates. Safe for use by several threads at once.
/// </summary>
public sealed class OutputRecorder : IOutputSink
{
    private readonly Lock gate = new();
    private readonly List<Output> outputs = [];
    private readonly StringBuilder text = new();
    private string? stream;

    /// <summary>What was shown so far.</summary>
    public IReadOnlyList<Output> Outputs
    {
        get
        {
            lock (gate)
            {
                EndStream();
                return [.. outputs];
            }
        }
    }

    /// <inheritdoc/>
    public void Write(Output output)
    {
        lock (gate)
        {
            if (output is not StreamOutput piece)
            {
                EndStream();
                outputs.Add(output);
                return;
            }

            if (piece.Name != stream)
            {
                EndStream();
                stream = piece.Name;
            }

            text.Append(piece.Text);
        }
    }

    /// <inheritdoc/>
    public void Update(DisplayOutput output)
    {
        lock (gate)
        {
            for (int i = 0; i < outputs.Count; i++)
            {
                if (outputs[i] is DisplayOutput display && display.DisplayId == output.DisplayId)
                {
                    outputs[i] = output;
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Clear()
    {
        lock (gate)
        {
            EndStream();
            outputs.Clear();
        }
    }

    private void EndStream()
    {
        if (stream is null)
        {
            return;
        }

        outputs.Add(new StreamOutput(stream, text.ToString()));
        text.Clear();
        stream = null;
    }
}
