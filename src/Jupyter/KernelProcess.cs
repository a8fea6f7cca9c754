using InteractiveArticle.Jupyter.Connection;
using InteractiveArticle.Jupyter.Serving;
using NetMQ;

namespace InteractiveArticle.Jupyter;

/// <summary>A process that is a Jupyter kernel and nothing else.</summary>
public static class KernelProcess
{
    /// <summary>Serves one front end until it asks the kernel to shut down, or dies.</summary>
    /// <param name="connectionFile">The file that says where the front end expects its kernel.</param>
    /// <param name="cancellation">Ends the kernel too.</param>
    /// <returns>A task that ends with the kernel.</returns>
    /// <exception cref="ConnectionException">The file is no connection file for this kernel, one of its addresses is taken, or the environment asks for forms that there are not.</exception>
    public static async Task RunAsync(string connectionFile, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

        // First of all, as a front end may die as soon as its kernel serves.
        var orphaned = ParentProcess.EndedAsync(end.Token);

        // Front ends start a kernel in the folder of its notebook.
        var serving = JupyterKernel.RunAsync(connectionFile, Environment.CurrentDirectory, end.Token, FormsVariable.IsStored());
        var ended = await Task.WhenAny(serving, orphaned).ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
        await ended.ConfigureAwait(false);
        await serving.ConfigureAwait(false);
        NetMQConfig.Cleanup();
    }
}
