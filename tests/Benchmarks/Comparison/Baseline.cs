using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace InteractiveArticle.Benchmarks.Comparison;

/// <summary>A contestant in another language: a program that takes a setting and an amount and prints its rate.</summary>
internal abstract class Baseline(string name) : Contestant(name)
{
    protected static string Folder => Path.Combine(AppContext.BaseDirectory, "Baselines");

    protected static double RateOf(string program, params string[] arguments) =>
        double.Parse(Run(program, arguments)!, CultureInfo.InvariantCulture);

    /// <summary>What a program prints; null when it is missing or fails.</summary>
    protected static string? Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
