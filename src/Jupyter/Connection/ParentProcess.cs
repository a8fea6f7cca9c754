using System.Runtime.InteropServices;

namespace InteractiveArticle.Jupyter.Connection;

/// <summary>
/// The front end's process. A front end that dies cannot ask its kernels to end any more, so they have to notice.
/// </summary>
internal static class ParentProcess
{
    // Set by front ends whose kernels must not outlive them.
    private const string Variable = "JPY_PARENT_PID";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Ends when the process that is the parent at the call has ended; never where it need not be watched.</summary>
    /// <remarks>On Windows the variable holds a handle and front ends there end their kernels with themselves.</remarks>
    public static async Task EndedAsync(CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows() || string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)))
        {
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(false);
        }

        // Whoever loses its parent gets another one at once.
        int parent = GetParentId();
        using var timer = new PeriodicTimer(BetweenLooks);
        while (GetParentId() == parent)
        {
            await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false);
        }
    }

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetParentId();
}
