using System.Text;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Notebook.Kernel;

/// <summary>
/// Keeps what one cell shows, as a notebook file holds it: pieces of one stream that follow each other become one
/// output, and an update takes the place of what it updates. Not safe for use by several threads at once.
/// </summary>
public sealed class OutputRecorder : IOutputSink
{
    private readonly List<Output> _outputs = [];
    private readonly StringBuilder _text = new();
    private string? _stream;

    /// <summary>What was shown so far.</summary>
    public IReadOnlyList<Output> Outputs
    {
        get
        {
            EndStream();
            return [.. _outputs];
        }
    }

    /// <inheritdoc/>
    public void Write(Output output)
    {
        if (output is not StreamOutput stream)
        {
            EndStream();
            _outputs.Add(output);
            return;
        }

        if (stream.Name != _stream)
        {
            EndStream();
            _stream = stream.Name;
        }

        _text.Append(stream.Text);
    }

    /// <inheritdoc/>
    public void Update(DisplayOutput output)
    {
        for (var i = 0; i < _outputs.Count; i++)
        {
            if (_outputs[i] is DisplayOutput display && display.DisplayId == output.DisplayId)
            {
                _outputs[i] = output;
            }
        }
    }

    private void EndStream()
    {
        if (_stream is null)
        {
            return;
        }

        _outputs.Add(new StreamOutput(_stream, _text.ToString()));
        _text.Clear();
        _stream = null;
    }
}
