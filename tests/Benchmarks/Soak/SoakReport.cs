namespace InteractiveArticle.Benchmarks.Soak;

/// <summary>
/// Whether memory stays where it is in the long run: in a page whose levers move, in a kernel that runs cell after cell,
/// and, of exports, whether anything is left behind.
/// </summary>
internal static class SoakReport
{
    private static readonly int[] Usual = [500, 2000, 50];

    /// <summary>Runs everything.</summary>
    /// <param name="numbers">How many moves, cells and exports, for those that shall not be as many as usual.</param>
    /// <param name="output">Takes the table.</param>
    /// <param name="errors">Takes the one line on bad input.</param>
    /// <returns>The exit code: 0 if nothing grows and nothing is left.</returns>
    public static async Task<int> PrintAsync(string[] numbers, TextWriter output, TextWriter errors)
    {
        if (!OperatingSystem.IsLinux())
        {
            errors.WriteLine("soak: reads the memory of processes from /proc, so it runs on Linux only.");
            return 1;
        }

        var given = numbers.Select(number => int.TryParse(number, out int value) ? value : -1).ToArray();
        if (given.Length > Usual.Length || given.Any(value => value < 0))
        {
            errors.WriteLine($"soak {string.Join(' ', numbers)}: takes up to three whole numbers, how many moves, cells and exports; 0 leaves a part out. Usual are {string.Join(' ', Usual)}.");
            return 1;
        }

        int[] counts = [.. given, .. Usual.Skip(given.Length)];
        var left = new List<string>();
        bool isFlat = true;
        output.WriteLine(Trend.Columns);
        foreach (var (count, run) in counts.Zip<int, Func<int, Task<IReadOnlyList<Trend>>>>(
            [PageSoak.RunAsync, cells => Task.FromResult(KernelSoak.Run(cells)), exports => ExportSoak.RunAsync(exports, left)]))
        {
            foreach (var trend in count == 0 ? [] : await run(count))
            {
                output.WriteLine(trend.Row);
                isFlat &= !trend.Grows;
            }
        }

        left.ForEach(name => output.WriteLine($"left: {name}"));
        return isFlat && left.Count == 0 ? 0 : 1;
    }
}
