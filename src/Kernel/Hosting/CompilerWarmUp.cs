using InteractiveArticle.Cells.Compiler;
using InteractiveArticle.Kernel.Bounds;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace InteractiveArticle.Kernel.Hosting;

/// <summary>
/// Compiles the first notebook's cells on another core while the kernel starts and the cells before them run. What it makes is
/// thrown away: what the compiler does for the first time takes it ten times as long as afterwards, and has then been done.
/// </summary>
internal static class CompilerWarmUp
{
    private static readonly ScriptOptions Options = ScriptOptions.Default
        .WithImports("System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading.Tasks")
        .WithReferences(typeof(Enumerable).Assembly, typeof(Console).Assembly, typeof(Dictionary<,>).Assembly);

    private static int hasBegun;

    /// <summary>Begins, unless the process has done so before or has one core only.</summary>
    /// <param name="cells">The code of the notebook's cells.</param>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="cancellation">Ends it when the notebook has been run.</param>
    public static void Begin(IReadOnlyList<string> cells, string folder, CancellationToken cancellation)
    {
        if (Environment.ProcessorCount > 1 && Interlocked.Exchange(ref hasBegun, 1) == 0)
        {
            _ = Task.Run(() => Compile(cells, Options.ForCellsIn(folder), cancellation), CancellationToken.None);
        }
    }

    private static void Compile(IReadOnlyList<string> cells, ScriptOptions options, CancellationToken cancellation)
    {
        Script script = CSharpScript.Create("", options);
        try
        {
            foreach (string cell in cells.TakeWhile(cell => !NestedCode.IsTooDeep(cell)))
            {
                var compilation = (CSharpCompilation)script.ContinueWith(cell).GetCompilation();
                if (NestedCode.IsTooDeep(compilation.SyntaxTrees.Single()))
                {
                    return;
                }

                script = script.ContinueWith(BoundedCode.Of(compilation));
                if (!script.GetCompilation().Emit(new MemoryStream(), new MemoryStream(), cancellationToken: cancellation).Success)
                {
                    return;
                }
            }
        }
        catch (Exception)
        {
            // Whatever is wrong with a cell is told when it runs.
        }
    }
}
