namespace InteractiveArticle.Rendering;

/// <summary>
/// Colours that a terminal's text names beyond the sixteen that themes know: each becomes the nearest of those, so that it can be
/// read in light and dark.
/// </summary>
internal static class AnsiColor
{
    private const int ByNumber = 5;
    private const int ByParts = 2;

    // Of xterm, whose table of 256 others follow.
    private static readonly (int Red, int Green, int Blue)[] Sixteen =
    [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ];

    private static readonly int[] Steps = [0, 95, 135, 175, 215, 255];

    /// <summary>Reads what follows the code 38 or 48.</summary>
    /// <param name="codes">The codes that follow; those that belong to the colour are taken out.</param>
    /// <returns>The number of the nearest of the sixteen, from 0; <see langword="null"/> where no colour is named.</returns>
    public static int? Read(Queue<int> codes)
    {
        codes.TryDequeue(out int kind);
        return kind switch
        {
            ByNumber when codes.TryDequeue(out int number) && number is >= 0 and <= 255 => OfNumber(number),
            ByParts when codes.Count >= 3 => Nearest((codes.Dequeue(), codes.Dequeue(), codes.Dequeue())),
            _ => null,
        };
    }

    private static int OfNumber(int number)
    {
        if (number < Sixteen.Length)
        {
            return number;
        }

        // A cube of six steps a side, then shades of grey.
        int place = number - Sixteen.Length;
        int grey = (10 * (number - 232)) + 8;
        return Nearest(number < 232 ? (Steps[place / 36], Steps[place / 6 % 6], Steps[place % 6]) : (grey, grey, grey));
    }

    private static int Nearest((int Red, int Green, int Blue) color) => Sixteen.Index().MinBy(known => Distance(known.Item, color)).Index;

    private static long Distance((int Red, int Green, int Blue) one, (int Red, int Green, int Blue) other) =>
        Square(one.Red - (long)other.Red) + Square(one.Green - (long)other.Green) + Square(one.Blue - (long)other.Blue);

    private static long Square(long number) => number * number;
}
