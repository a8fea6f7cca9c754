using System.Globalization;
using InteractiveArticle.Benchmarks.Kernels;

namespace InteractiveArticle.Benchmarks.Soak;

/// <summary>A reader who runs cell after cell in one kernel: values, text, HTML, functions, loops, and mistakes.</summary>
internal static class KernelSoak
{
    private const double Megabyte = 1 << 20;
    private const string Collect = "GC.Collect(); GC.WaitForPendingFinalizers(); GC.GetTotalMemory(forceFullCollection: true)";

    private static readonly Func<int, string>[] Cells =
    [
        i => $"{i} + 1",
        i => $"Console.WriteLine(\"cell {i}\");",
        i => $"display(HTML(\"<b>{i}</b>\"));",
        i => $"Enumerable.Range(0, {i}).Select(x => x * 0.5).Sum()",
        i => $"for (int k = 0; k < {i}; k++) {{ await Task.Yield(); }}",
        i => $"throw new Exception(\"{i}\");",
        i => $"nothing{i}",
    ];

    public static IReadOnlyList<Trend> Run(int cells)
    {
        var (heap, process) = (new Trend("objects of the kernel, MB"), new Trend("process of the kernel, MB"));
        using var kernel = new RunningKernel();
        foreach (int cell in Pace.Of(cells))
        {
            kernel.Client.Execute(Cells[cell % Cells.Length](cell));
            if (Pace.IsLook(cell, cells))
            {
                string bytes = (string)kernel.Client.Execute(Collect).Shown[0].Content["data"]!["text/plain"]!;
                heap.Add(cell, double.Parse(bytes, CultureInfo.InvariantCulture) / Megabyte);
                process.Add(cell, LinuxProcess.Megabytes(kernel.ProcessId));
            }
        }

        return [heap, process];
    }
}
