using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace InteractiveArticle.Rendering;

/// <summary>
/// Text for a terminal as HTML that looks as the terminal would: a carriage return writes over the line, colours and weights
/// (ECMA-48, SGR) become classes that the page's themes colour, whatever else steers a terminal is left out.
/// </summary>
public static partial class TerminalText
{
    /// <summary>How many colours there are: eight and their bright ones, classes fg-0 to fg-15 for letters and bg-0 to bg-15 behind them.</summary>
    public const int Colors = 16;

    /// <summary>The classes beside those of colours.</summary>
    public static IReadOnlyList<string> Styles { get; } = ["bold", "faint", "italic", "underlined", "struck", "inverse"];

    // A page has no room for more elements than this of one output; the text goes on without colours.
    private const int MostSpans = 10_000;

    private const char Escape = '\u001b';
    private const char Backspace = '\b';

    /// <summary>Renders text.</summary>
    /// <param name="text">The text as it was written.</param>
    public static string ToHtml(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(character => char.IsControl(character) && character is not ('\n' or '\t')) ? new Screen().Show(text.Replace("\r\n", "\n", StringComparison.Ordinal)) : WebUtility.HtmlEncode(text);
    }

    // A control sequence, a string for the terminal such as the address of a link, another escape.
    [GeneratedRegex(@"\G(?:\e\[(?<parameters>[0-?]*)[ -/]*(?<final>[@-~])|\e[\]PX^_][^\a\e]*(?:\a|\e\\)?|\e[ -/]*[0-~]?)", RegexOptions.ExplicitCapture)]
    private static partial Regex Sequence();

    /// <summary>How letters look.</summary>
    private readonly record struct Look(int? Letters, int? Behind, bool IsBold, bool IsFaint, bool IsItalic, bool IsUnderlined, bool IsStruck, bool IsInverse)
    {
        public string Classes()
        {
            string[] styles = [.. Styles.Zip([IsBold, IsFaint, IsItalic, IsUnderlined, IsStruck, IsInverse]).Where(style => style.Second).Select(style => style.First)];
            return string.Join(' ', [.. Letters is { } letters ? [$"fg-{letters}"] : Array.Empty<string>(), .. Behind is { } behind ? [$"bg-{behind}"] : Array.Empty<string>(), .. styles]);
        }

        public Look With(Queue<int> codes)
        {
            int code = codes.Dequeue();
            return code switch
            {
                0 => default,
                1 => this with { IsBold = true },
                2 => this with { IsFaint = true },
                3 => this with { IsItalic = true },
                4 => this with { IsUnderlined = true },
                7 => this with { IsInverse = true },
                9 => this with { IsStruck = true },
                22 => this with { IsBold = false, IsFaint = false },
                23 => this with { IsItalic = false },
                24 => this with { IsUnderlined = false },
                27 => this with { IsInverse = false },
                29 => this with { IsStruck = false },
                >= 30 and <= 37 => this with { Letters = code - 30 },
                38 => this with { Letters = AnsiColor.Read(codes) ?? Letters },
                39 => this with { Letters = null },
                >= 40 and <= 47 => this with { Behind = code - 40 },
                48 => this with { Behind = AnsiColor.Read(codes) ?? Behind },
                49 => this with { Behind = null },
                >= 90 and <= 97 => this with { Letters = code - 90 + 8 },
                >= 100 and <= 107 => this with { Behind = code - 100 + 8 },
                _ => this,
            };
        }
    }

    /// <summary>One line at a time, as a cursor moves on it.</summary>
    private sealed class Screen
    {
        private static readonly Rune Blank = new(' ');

        private readonly StringBuilder html = new();
        private readonly List<(Rune Letter, Look Look)> line = [];
        private int cursor;
        private int spans;
        private Look current;

        public string Show(string text)
        {
            for (int at = 0; at < text.Length;)
            {
                if (text[at] == Escape)
                {
                    var sequence = Sequence().Match(text, at);
                    Obey(sequence);
                    at += sequence.Length;
                    continue;
                }

                if (!Rune.TryGetRuneAt(text, at, out var letter))
                {
                    letter = Rune.ReplacementChar;
                }

                at += letter == Rune.ReplacementChar ? 1 : letter.Utf16SequenceLength;
                Take(letter);
            }

            EndLine();
            return html.ToString();
        }

        private void Take(Rune letter)
        {
            switch (letter.Value)
            {
                case '\n':
                    EndLine();
                    html.Append('\n');
                    break;
                case '\r':
                    cursor = 0;
                    break;
                case Backspace:
                    cursor = Math.Max(0, cursor - 1);
                    break;
                default:
                    if (letter.Value == '\t' || !Rune.IsControl(letter))
                    {
                        Write(letter);
                    }

                    break;
            }
        }

        private void Write(Rune letter)
        {
            if (cursor < line.Count)
            {
                line[cursor] = (letter, current);
            }
            else
            {
                line.Add((letter, current));
            }

            cursor++;
        }

        private void Obey(Match sequence)
        {
            string parameters = sequence.Groups["parameters"].Value;
            switch (sequence.Groups["final"].Value)
            {
                case "m":
                    var codes = new Queue<int>(parameters.Split(';', ':').Select(code => int.TryParse(code, out int number) ? number : 0));
                    while (codes.Count > 0)
                    {
                        current = current.With(codes);
                    }

                    break;
                case "K" when parameters is "" or "0":
                    line.RemoveRange(cursor, line.Count - cursor);
                    break;
                case "K":
                    // The cursor stays where it is.
                    int erased = parameters == "1" ? Math.Min(cursor + 1, line.Count) : line.Count;
                    for (int i = 0; i < erased; i++)
                    {
                        line[i] = (Blank, default);
                    }

                    break;
                default:
                    break;
            }
        }

        private void EndLine()
        {
            for (int start = 0, end = 0; start < line.Count; start = end)
            {
                var look = line[start].Look;
                var words = new StringBuilder();
                for (; end < line.Count && line[end].Look == look; end++)
                {
                    words.Append(line[end].Letter);
                }

                string encoded = WebUtility.HtmlEncode(words.ToString());
                html.Append(look == default || ++spans > MostSpans ? encoded : $"<span class=\"{look.Classes()}\">{encoded}</span>");
            }

            line.Clear();
            cursor = 0;
        }
    }
}
