using BenchmarkDotNet.Running;
using InteractiveArticle.Benchmarks.Comparison;
using InteractiveArticle.Benchmarks.Kernels;
using InteractiveArticle.Benchmarks.Measurements;
using InteractiveArticle.Benchmarks.Pages;
using InteractiveArticle.Benchmarks.Soak;

// `compare` sets the engine beside C++ and SimPy, `page` measures the article in a browser and `levers` each of its levers
// there, `kernel` the kernel for Jupyter, `soak` the memory of both in the long run; everything else is BenchmarkDotNet's
// command line.
if (args is ["compare"])
{
    SideBySide.Print(Console.Out);
}
else if (args is ["page"])
{
    await PageReport.PrintAsync(Console.Out);
}
else if (args is ["levers", .. { Length: <= 1 } chapter])
{
    await LeverReport.PrintAsync(Console.Out, chapter.FirstOrDefault());
}
else if (args is ["kernel"])
{
    KernelReport.Print(Console.Out);
}
else if (args is ["soak", .. var numbers])
{
    return await SoakReport.PrintAsync(numbers, Console.Out, Console.Error);
}
else if (args is [KernelReport.Hello])
{
    Console.WriteLine("hello");
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(HoldModelBenchmarks).Assembly).Run(args);
}

return 0;
