using System.Text;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Notebook.Kernel;

/// <summary>
/// A console writer that gives what a cell writes to that cell, and everything else to the console as before.
/// </summary>
internal sealed class CellConsole(string name, TextWriter console) : TextWriter
{
    private static readonly Lock Gate = new();
    private static bool installed;

    public override Encoding Encoding => console.Encoding;

    /// <summary>Puts the writers in the console's place, once for the process.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (!installed)
            {
                installed = true;
                Console.SetOut(new CellConsole("stdout", Console.Out));
                Console.SetError(new CellConsole("stderr", Console.Error));
            }
        }
    }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        if (CellSession.Current is not { } session)
        {
            console.Write(value);
        }
        else if (!string.IsNullOrEmpty(value))
        {
            session.Write(new StreamOutput(name, value.ReplaceLineEndings("\n")));
        }
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void Flush() => console.Flush();
}
