namespace InteractiveArticle.Jupyter.Installation;

/// <summary>A place that Jupyter front ends look for kernels in (https://docs.jupyter.org/en/latest/use/jupyter-directories.html).</summary>
public sealed class JupyterFolder
{
    private JupyterFolder(string data, IReadOnlyList<string> visible)
    {
        Kernels = KernelsIn(data);
        Visible = [Kernels, .. visible.Select(KernelsIn)];
    }

    /// <summary>The reader's own place, where every front end of theirs looks.</summary>
    public static JupyterFolder OfUser => new(UserData(), [.. Paths("JUPYTER_PATH"), .. Shared()]);

    /// <summary>The folder with one folder a kernel.</summary>
    public string Kernels { get; }

    /// <summary>The folders where a kernel of the same name would stand in the way of one here, or be hidden by it.</summary>
    internal IReadOnlyList<string> Visible { get; }

    /// <summary>The place for the front ends of one environment, such as a Python environment.</summary>
    /// <param name="prefix">The environment's folder.</param>
    /// <returns>The place.</returns>
    public static JupyterFolder OfPrefix(string prefix) => new(Path.Combine(Path.GetFullPath(prefix), "share", "jupyter"), []);

    private static string KernelsIn(string data) => Path.Combine(data, "kernels");

    private static string UserData() =>
        Paths("JUPYTER_DATA_DIR").FirstOrDefault()
        ?? (OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
            : OperatingSystem.IsMacOS() ? Path.Combine(Home, "Library", "Jupyter")
            : Path.Combine(Paths("XDG_DATA_HOME").FirstOrDefault() ?? Path.Combine(Home, ".local", "share"), "jupyter"));

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private static string[] Shared() => OperatingSystem.IsWindows()
        ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter")]
        : ["/usr/local/share/jupyter", "/usr/share/jupyter"];

    private static string[] Paths(string variable) =>
        Environment.GetEnvironmentVariable(variable)?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
