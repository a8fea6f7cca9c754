using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.CSharp;

namespace InteractiveArticle.Kernel.Hosting;

/// <summary>
/// What the C# kernel keeps to itself and its host must set: nothing public says how its scripts are compiled, and only this
/// lets errors have lines, cells be optimised, and relative <c>#r</c> be the notebook's.
/// </summary>
/// <remarks>The package is retired and pinned: these members cannot change any more.</remarks>
internal static class CSharpKernelInternals
{
    /// <summary>How the next cell is compiled.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_scriptOptions")]
    public static extern ref ScriptOptions ScriptOptionsOf(CSharpKernel kernel);

    /// <summary>The process's folder as the kernel has seen it last; when it changes, the kernel sets resolvers of its own.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_workingDirectory")]
    public static extern ref string WorkingDirectoryOf(CSharpKernel kernel);
}
