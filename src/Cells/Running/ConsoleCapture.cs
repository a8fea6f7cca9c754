using System.Text;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Cells.Running;

/// <summary>
/// The console as everybody in the process sees it once a kernel has run: text goes to the running cell when a cell's
/// code writes it, and to the host's own console in every other case.
/// </summary>
internal sealed class ConsoleCapture : TextWriter
{
    private static readonly Lock Gate = new();
    private static TextWriter? capturedOut;
    private static TextWriter? capturedError;

    private readonly string stream;
    private readonly TextWriter host;

    private ConsoleCapture(string stream, TextWriter host)
    {
        this.stream = stream;
        this.host = host;
    }

    public override Encoding Encoding => host.Encoding;

    // Asked before each cell, as a host may set a console of its own in between.
    public static void EnsureInstalled()
    {
        lock (Gate)
        {
            if (!ReferenceEquals(Console.Out, capturedOut))
            {
                Console.SetOut(new ConsoleCapture("stdout", Console.Out));
                capturedOut = Console.Out;
            }

            if (!ReferenceEquals(Console.Error, capturedError))
            {
                Console.SetError(new ConsoleCapture("stderr", Console.Error));
                capturedError = Console.Error;
            }
        }
    }

    /// <summary>Takes the console back from whoever has set one of its own since.</summary>
    public static void Reinstall()
    {
        lock (Gate)
        {
            Console.SetOut(capturedOut!);
            Console.SetError(capturedError!);
        }
    }

    public override void Write(char value)
    {
        if (CellContext.Current is { } cell)
        {
            cell.Write(new StreamOutput(stream, value.ToString()));
        }
        else
        {
            host.Write(value);
        }
    }

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void Write(string? value)
    {
        if (CellContext.Current is not { } cell)
        {
            host.Write(value);
        }
        else if (!string.IsNullOrEmpty(value))
        {
            cell.Write(new StreamOutput(stream, value));
        }
    }

    public override void WriteLine() => WriteLine("");

    public override void WriteLine(string? value)
    {
        if (CellContext.Current is { } cell)
        {
            // The same line end on every system, so that outputs are the same too.
            cell.Write(new StreamOutput(stream, value + "\n"));
        }
        else
        {
            host.WriteLine(value);
        }
    }

    public override void Flush() => host.Flush();
}
