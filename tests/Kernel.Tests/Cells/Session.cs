using InteractiveArticle.Cells.Running;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel.Tests.Cells;

/// <summary>A kernel, and what its last cell showed.</summary>
public sealed class Session(string workingDirectory) : IDisposable
{
    public Session()
        : this(Directory.GetCurrentDirectory())
    {
    }

    public NotebookKernel Kernel { get; } = new(workingDirectory);

    public IReadOnlyList<Output> Outputs { get; private set; } = [];

    /// <summary>Runs a cell that must run to its end, and gives the plain text of its value, if it has one.</summary>
    public async Task<string?> Run(string code)
    {
        var result = await Execute(code);
        Assert.True(result.Succeeded, result.Error?.Message);
        return Outputs.OfType<ResultOutput>().SingleOrDefault()?.Data["text/plain"];
    }

    /// <summary>Runs a cell that must fail.</summary>
    public async Task<CellError> Fail(string code)
    {
        var result = await Execute(code);
        Assert.False(result.Succeeded, "the cell ran to its end");
        return result.Error!;
    }

    public void Dispose() => Kernel.Dispose();

    private async Task<CellResult> Execute(string code)
    {
        var recorder = new OutputRecorder();
        var result = await Kernel.ExecuteAsync(code, recorder, TestContext.Current.CancellationToken);
        Outputs = recorder.Outputs;
        return result;
    }
}
