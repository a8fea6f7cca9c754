namespace InteractiveArticle.Parameters;

/// <summary>
/// Tells a person who typed a name that does not exist which one was probably meant.
/// </summary>
public static class KnownNames
{
    // One slip for every three letters: of "removd" a person recognises "removed", of "rmvd" hardly.
    private const int LettersPerSlip = 3;

    /// <summary>A question to be put into the line that refuses a name.</summary>
    /// <param name="typed">The name that does not exist.</param>
    /// <param name="known">Those that do.</param>
    /// <returns>Such as " (did you mean removed?)", with the blank before it; empty if no name is near.</returns>
    public static string DidYouMean(string typed, IEnumerable<string> known) =>
        Nearest(typed, known) is { } name ? $" (did you mean {name}?)" : "";

    /// <summary>The name that takes the fewest slips to become what was typed; capital and small letters do not differ.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="known">The names that there are; of two that are as near the first is taken.</param>
    /// <returns><see langword="null"/> if it takes more than one slip for every three letters typed, more than one at all for fewer than six, or any for a single letter.</returns>
    public static string? Nearest(string typed, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(known);
        int most = Math.Min(Math.Max(1, typed.Length / LettersPerSlip), typed.Length - 1);
        return known
            .Where(name => Math.Abs(name.Length - typed.Length) <= most)
            .Select(name => (Name: name, Slips: Slips(typed.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(candidate => candidate.Slips <= most)
            .OrderBy(candidate => candidate.Slips)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    // The optimal string alignment distance: a letter too many, one too few, a wrong one, or two that trade places.
    private static int Slips(string from, string to)
    {
        int[,] slips = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    slips[i, j] = i + j;
                    continue;
                }

                int replaced = slips[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                slips[i, j] = Math.Min(replaced, Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    slips[i, j] = Math.Min(slips[i, j], slips[i - 2, j - 2] + 1);
                }
            }
        }

        return slips[from.Length, to.Length];
    }
}
