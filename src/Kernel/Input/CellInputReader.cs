using InteractiveArticle.Cells.Running;

namespace InteractiveArticle.Kernel.Input;

/// <summary>
/// The console's input as cells see it: each line is asked of the notebook's reader. Everybody else reads the host's own.
/// </summary>
internal sealed class CellInputReader : TextReader
{
    private static readonly Lock Gate = new();
    private static TextReader? installed;

    private readonly TextReader host;

    private CellInputReader(TextReader host) => this.host = host;

    /// <summary>Takes the place of the console's input, if it has not yet.</summary>
    public static void EnsureInstalled()
    {
        lock (Gate)
        {
            if (!ReferenceEquals(System.Console.In, installed))
            {
                System.Console.SetIn(new CellInputReader(System.Console.In));
                installed = System.Console.In;
            }
        }
    }

    public override int Peek() => CellContext.Current is { } cell ? cell.Unread is [var next, ..] ? next : -1 : host.Peek();

    public override int Read()
    {
        if (CellContext.Current is not { } cell)
        {
            return host.Read();
        }

        string line = Fill(cell);
        cell.Unread = line[1..];
        return line[0];
    }

    public override int Read(char[] buffer, int index, int count)
    {
        if (CellContext.Current is not { } cell)
        {
            return host.Read(buffer, index, count);
        }

        string line = Fill(cell);
        int taken = Math.Min(count, line.Length);
        line.CopyTo(0, buffer, index, taken);
        cell.Unread = line[taken..];
        return taken;
    }

    public override string? ReadLine()
    {
        if (CellContext.Current is not { } cell)
        {
            return host.ReadLine();
        }

        string line = Fill(cell);
        cell.Unread = "";
        return line[..^1];
    }

    // There is no end of what a reader may answer; the first line will do.
    public override string ReadToEnd() => CellContext.Current is null ? host.ReadToEnd() : ReadLine() ?? "";

    // What is left of the last answer, or the next one, with the end of its line.
    private static string Fill(CellContext cell) => cell.Unread.Length > 0 ? cell.Unread : cell.Ask("", isPassword: false) + "\n";
}
