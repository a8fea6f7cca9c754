namespace InteractiveArticle.Jupyter.Tests.Clients;

/// <summary>A kernel in this process, and a front end that is connected to it.</summary>
public sealed class KernelSession : IDisposable
{
    private readonly ConnectionSettings settings;
    private readonly CancellationTokenSource end = new();
    private readonly Task kernel;

    public KernelSession(string key = "a key of the test")
    {
        settings = new ConnectionSettings(key);
        kernel = JupyterKernel.RunAsync(settings.Path, Environment.CurrentDirectory, end.Token);
        Client = new KernelClient(settings);
    }

    public KernelClient Client { get; }

    public IReadOnlyList<int> Ports => settings.Ports;

    public void Dispose()
    {
        Client.Dispose();
        end.Cancel();
        kernel.GetAwaiter().GetResult();
        end.Dispose();
        settings.Dispose();
    }
}
