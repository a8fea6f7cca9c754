using System.Diagnostics;
using System.Globalization;

namespace InteractiveArticle.Benchmarks.Kernels;

/// <summary>
/// How long a front end waits for the kernel: from its start until it is idle and ready, beside a program that only says
/// hello, and for the answer to a trivial cell.
/// </summary>
internal static class KernelReport
{
    /// <summary>The argument with which this program only says hello.</summary>
    public const string Hello = "hello";

    private const int Starts = 7;
    private const int WarmUp = 20;
    private const int Cells = 200;

    public static void Print(TextWriter output)
    {
        double[] hellos = [.. Enumerable.Range(0, Starts).Select(_ => SayHello())];
        double[] starts = [.. Enumerable.Range(0, Starts).Select(_ => StartAndStop())];
        double[] cells = Answers();
        output.WriteLine("| | median, ms | slowest, ms |");
        output.WriteLine("| --- | --- | --- |");
        output.WriteLine(Row($"a program that says hello, {Starts} times", hellos));
        output.WriteLine(Row($"`article kernel run` until idle and ready, {Starts} times", starts));
        output.WriteLine(Row($"a trivial cell, {Cells} times after {WarmUp}", cells));
    }

    private static double SayHello()
    {
        long start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(KernelReport).Assembly.Location, Hello]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double StartAndStop()
    {
        long start = Stopwatch.GetTimestamp();
        using var kernel = new RunningKernel();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double[] Answers()
    {
        using var kernel = new RunningKernel();
        double[] times = [.. Enumerable.Range(0, WarmUp + Cells).Select(i =>
        {
            long start = Stopwatch.GetTimestamp();
            kernel.Client.Execute(string.Create(CultureInfo.InvariantCulture, $"{i} + 1"));
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        })];
        return times[WarmUp..];
    }

    private static string Row(string what, double[] times) => string.Create(
        CultureInfo.InvariantCulture, $"| {what} | {times.Order().ElementAt(times.Length / 2):F0} | {times.Max():F0} |");
}
