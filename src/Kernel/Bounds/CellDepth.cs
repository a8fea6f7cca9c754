using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace InteractiveArticle.Kernel.Bounds;

/// <summary>What the kernel puts at the start of each function of a cell, and where an initialiser creates an object, so that one which calls itself without end is an error and not the end of the process.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellDepth
{
    // As much as a whole thread has by default on some systems. On others it has many times that, and what an exception
    // costs grows with the square of the asynchronous calls that it leaves.
    private const nint MostBytes = 1 << 20;

    [ThreadStatic]
    private static nint top;

    /// <summary>Lets the function begin.</summary>
    /// <returns>Always <see langword="true"/>, so that it can stand before an expression.</returns>
    /// <exception cref="InsufficientExecutionStackException">Functions have called each other too deeply.</exception>
    public static unsafe bool Check()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        byte here;
        nint place = (nint)(&here);

        // Stacks grow downwards.
        top = Math.Max(top, place);
        if (top - place > MostBytes)
        {
            throw new InsufficientExecutionStackException("The functions of this cell call each other too deeply; does one call itself without end?");
        }

        return true;
    }
}
