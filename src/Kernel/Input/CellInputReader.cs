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
    private string line = "";
    private int place;

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

    public override int Peek() => IsOfACell ? place < Line().Length ? line[place] : -1 : host.Peek();

    public override int Read() => IsOfACell ? Line()[place++] : host.Read();

    public override int Read(char[] buffer, int index, int count)
    {
        if (!IsOfACell)
        {
            return host.Read(buffer, index, count);
        }

        int taken = Math.Min(count, Line().Length - place);
        line.CopyTo(place, buffer, index, taken);
        place += taken;
        return taken;
    }

    public override string? ReadLine()
    {
        if (!IsOfACell)
        {
            return host.ReadLine();
        }

        string rest = place < line.Length ? line[place..].TrimEnd('\n') : CellContext.Current!.Ask("", isPassword: false);
        (line, place) = ("", 0);
        return rest;
    }

    // There is no end of what a reader may answer; the first line will do.
    public override string ReadToEnd() => IsOfACell ? ReadLine() ?? "" : host.ReadToEnd();

    private static bool IsOfACell => CellContext.Current is not null;

    private string Line()
    {
        if (place >= line.Length)
        {
            (line, place) = (CellContext.Current!.Ask("", isPassword: false) + "\n", 0);
        }

        return line;
    }
}
