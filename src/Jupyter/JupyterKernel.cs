using InteractiveArticle.Kernel;
using InteractiveArticle.Jupyter.Connection;
using InteractiveArticle.Jupyter.Serving;
using InteractiveArticle.Jupyter.Wire;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Jupyter;

/// <summary>
/// The notebook's C# kernel behind the Jupyter messaging protocol, version 5.3
/// (https://jupyter-client.readthedocs.io/en/stable/messaging.html).
/// </summary>
public static class JupyterKernel
{
    /// <summary>Serves front ends until one of them asks the kernel to shut down.</summary>
    /// <param name="connectionFile">The file that says where to listen.</param>
    /// <param name="workingDirectory">The notebook's folder: the base of every relative <c>#r</c>.</param>
    /// <param name="cancellation">Ends the kernel too.</param>
    /// <param name="showsStoredForms">Whether values are shown in the forms that a notebook file is to hold only (<see cref="StoredForms"/>).</param>
    /// <returns>A task that ends with the kernel.</returns>
    /// <exception cref="ConnectionException">The file is no connection file for this kernel, or one of its addresses is taken.</exception>
    public static async Task RunAsync(string connectionFile, string workingDirectory, CancellationToken cancellation, bool showsStoredForms = false)
    {
        var file = ConnectionFile.Read(connectionFile);
        using var engine = new NotebookKernel(workingDirectory);
        using var sockets = new KernelSockets(file);
        var dispatcher = new RequestDispatcher(engine, sockets, showsStoredForms);
        var moving = Task.Factory.StartNew(() => sockets.Run(dispatcher.Receive), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _ = engine.WarmUpAsync();

        // A kernel whose sockets have failed would be deaf for ever; its front end starts one that has ended again.
        await Task.WhenAny(dispatcher.ServeAsync(cancellation), moving).ConfigureAwait(false);
        sockets.Stop();
        await moving.ConfigureAwait(false);
    }
}
