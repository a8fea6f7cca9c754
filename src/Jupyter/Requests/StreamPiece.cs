using System.Text;

namespace InteractiveArticle.Jupyter.Requests;

/// <summary>Console text on its way out, which can be added to until it leaves.</summary>
internal sealed class StreamPiece(string name, string start)
{
    private readonly Lock gate = new();
    private readonly StringBuilder text = new(start);
    private bool isGone;

    public string Name { get; } = name;

    public bool TryAppend(string more)
    {
        lock (gate)
        {
            if (!isGone)
            {
                text.Append(more);
            }

            return !isGone;
        }
    }

    public string Take()
    {
        lock (gate)
        {
            isGone = true;
            return text.ToString();
        }
    }
}
