using System.Diagnostics;
using InteractiveArticle.Jupyter.Tests.Clients;

[assembly: AssemblyFixture(typeof(InteractiveArticle.Jupyter.Tests.FrontEnds.JupyterEnvironment))]

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

/// <summary>
/// Jupyter's own programs, where the machine has them, with the kernel installed for them in a folder of the test:
/// the reader's real folders are neither read nor written.
/// </summary>
public sealed class JupyterEnvironment : IAsyncLifetime
{
    private static readonly string[] Modules = ["jupyter_client", "nbclient", "nbformat", "nbconvert", "notebook", "jsonschema"];
    private static readonly string[] Interpreters = ["python3", "/usr/bin/python3"];

    private readonly TemporaryFolder folder = new();
    private string? python;

    public async ValueTask InitializeAsync()
    {
        foreach (string interpreter in Interpreters)
        {
            python ??= await HasModules(interpreter) ? interpreter : null;
        }

        if (python is not null)
        {
            var installed = await ArticleProcess.RunAsync("kernel", "install", "--prefix", folder["prefix"]);
            Assert.True(installed.ExitCode == 0, installed.Error);
        }
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A command of Jupyter's; skips the test where Jupyter is missing, and fails it where it has to be there.</summary>
    public ProcessStartInfo Command(params IEnumerable<string> arguments)
    {
        if (python is null)
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") is null, "Jupyter is missing, and CI must not skip the tests with it.");
            Assert.Skip("Jupyter is not installed: install the packages jupyter-client, python3-nbclient, jupyter-nbconvert and jupyter-notebook to run the tests with it.");
        }

        var start = new ProcessStartInfo(python!, arguments);
        start.Environment["JUPYTER_PATH"] = folder["prefix", "share", "jupyter"];
        foreach (string variable in new[] { "JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR" })
        {
            start.Environment[variable] = folder[variable];
        }

        return start;
    }

    internal Task<Outcome> TryAsync(params IEnumerable<string> arguments) => ArticleProcess.RunAsync(Command(arguments));

    internal async Task RunAsync(params IEnumerable<string> arguments)
    {
        var outcome = await TryAsync(arguments);
        Assert.True(outcome.ExitCode == 0, $"exit code {outcome.ExitCode}: {outcome.Error}");
    }

    /// <summary>The path of a script of these tests.</summary>
    public static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "FrontEnds", name);

    private static async Task<bool> HasModules(string interpreter)
    {
        try
        {
            return (await ArticleProcess.RunAsync(new ProcessStartInfo(interpreter, ["-c", $"import {string.Join(", ", Modules)}"]))).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
