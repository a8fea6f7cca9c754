using Spectre.Console;

namespace InteractiveArticle.Article.Terminal;

/// <summary>
/// Tables with borders on a terminal, and in plain lines of any length elsewhere.
/// </summary>
internal static class TextTable
{
    private const int WideEnough = 10_000;

    public static void Write(Table table)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WideEnough;
            table.Border(TableBorder.None);
        }
        else
        {
            table.Border(TableBorder.Rounded);
        }

        AnsiConsole.Write(table);
    }
}
