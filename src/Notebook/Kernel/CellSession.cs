using System.Text.Json.Nodes;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Notebook.Kernel;

/// <summary>
/// The running cell that the code at hand belongs to, whatever thread or task it runs on.
/// </summary>
internal sealed class CellSession(IOutputSink sink, Func<string> nextDisplayId)
{
    private static readonly AsyncLocal<CellSession?> Ambient = new();
    private readonly Lock gate = new();

    public static CellSession? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public void Write(Output output) => Deliver(() => sink.Write(output));

    public DisplayedValue Display(MimeBundle bundle)
    {
        string id = nextDisplayId();
        Write(new DisplayOutput(bundle, new JsonObject()) { DisplayId = id });
        return new DisplayedValue(this, id);
    }

    public void Update(string displayId, MimeBundle bundle) =>
        Deliver(() => sink.Update(new DisplayOutput(bundle, new JsonObject()) { DisplayId = displayId }));

    private void Deliver(Action deliver)
    {
        lock (gate)
        {
            // What the sink itself prints is the host's and must not come back as the cell's.
            Current = null;
            try
            {
                deliver();
            }
            finally
            {
                Current = this;
            }
        }
    }
}
