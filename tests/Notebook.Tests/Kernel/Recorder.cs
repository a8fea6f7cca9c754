using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Kernel;

namespace InteractiveArticle.Notebook.Tests.Kernel;

internal sealed class Recorder : IOutputSink
{
    public List<Output> Outputs { get; } = [];

    public List<DisplayOutput> Updates { get; } = [];

    public string Console => string.Concat(Outputs.OfType<StreamOutput>().Where(stream => stream.Name == "stdout").Select(stream => stream.Text));

    public ResultOutput? Result => Outputs.OfType<ResultOutput>().SingleOrDefault();

    public string? Text => Result?.Data[MimeTypes.Text];

    public void Write(Output output) => Outputs.Add(output);

    public void Update(DisplayOutput output) => Updates.Add(output);
}
