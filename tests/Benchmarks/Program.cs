using BenchmarkDotNet.Running;
using InteractiveArticle.Benchmarks.Comparison;
using InteractiveArticle.Benchmarks.Pages;

// `compare` sets the engine beside C++ and SimPy, `page` measures the article in a browser; everything else is
// BenchmarkDotNet's command line.
if (args is ["compare"])
{
    SideBySide.Print(Console.Out);
}
else if (args is ["page"])
{
    await PageReport.PrintAsync(Console.Out);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
