using BenchmarkDotNet.Running;
using InteractiveArticle.Benchmarks.Comparison;

// `compare` sets the engine beside C++ and SimPy; everything else is BenchmarkDotNet's command line.
if (args is ["compare"])
{
    SideBySide.Print(Console.Out);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
