using System.Globalization;
using InteractiveArticle.Benchmarks.Workloads;

namespace InteractiveArticle.Benchmarks.Comparison;

/// <summary>
/// The engine beside others on this machine. Contestants take turns, so that whatever else the machine does disturbs
/// all of them alike: the ratios can be trusted where the rates cannot.
/// </summary>
internal static class SideBySide
{
    private const int Rounds = 5;
    private const string Load = "0.8";

    private static readonly Contestant[] Contestants = [new Engine(), new Cpp(), new SimPy()];

    public static void Print(TextWriter output)
    {
        output.WriteLine($"Medians of {Rounds} rounds, in millions a second; what the engine does for each one of the others in brackets.");
        output.WriteLine();
        output.WriteLine(Line("", Contestants.Select(contestant => contestant.Name)));
        foreach (var contest in Contests())
        {
            output.WriteLine(Line($"{contest.Name}, {contest.Unit}", Cells(contest)));
        }
    }

    private static IEnumerable<Contest> Contests()
    {
        double load = double.Parse(Load, CultureInfo.InvariantCulture);
        yield return new($"M/M/1 at load {Load}", "customers", 3_000_000, amount => SingleServer.Run(load, amount), "mm1", Load);
        foreach (int pending in (int[])[1_000, 100_000, 1_000_000])
        {
            var model = new HoldModel(pending);
            string setting = pending.ToString(CultureInfo.InvariantCulture);
            yield return new(FormattableString.Invariant($"hold model, {pending:N0} pending"), "events", 3_000_000, model.Run, "hold", setting);
        }
    }

    private static IEnumerable<string> Cells(Contest contest)
    {
        // The first round compiles and warms up.
        _ = Round(contest);
        double?[][] rounds = [.. Enumerable.Range(0, Rounds).Select(_ => Round(contest))];
        double?[] medians = [.. Contestants.Select((_, column) => rounds.Select(round => round[column]).Order().ElementAt(Rounds / 2))];
        for (int column = 0; column < medians.Length; column++)
        {
            double rate = medians[column] / 1e6 ?? double.NaN;
            double ratio = medians[0] / medians[column] ?? double.NaN;
            yield return medians[column] is null ? "not installed"
                : column == 0 ? FormattableString.Invariant($"{rate:F2}")
                : FormattableString.Invariant($"{rate:F2} ({ratio:F2})");
        }
    }

    private static double?[] Round(Contest contest) => [.. Contestants.Select(contestant => contestant.Measure(contest))];

    private static string Line(string name, IEnumerable<string> cells) => $"{name,-40}" + string.Concat(cells.Select(cell => $"{cell,18}"));
}
