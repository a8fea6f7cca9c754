using System.Globalization;

namespace InteractiveArticle.Benchmarks.Comparison;

/// <summary>The same work by hand in C++ with what its standard library has, compiled on the spot.</summary>
internal sealed class Cpp() : Baseline("C++ -O3")
{
    private readonly Dictionary<string, string?> compiled = [];

    public override double? Measure(Contest contest)
    {
        if (!compiled.TryGetValue(contest.Baseline, out string? program))
        {
            program = Path.Combine(Folder, contest.Baseline + ".out");
            program = Run("g++", "-O3", Path.Combine(Folder, contest.Baseline + ".cpp"), "-o", program) is null ? null : program;
            compiled.Add(contest.Baseline, program);
        }

        return program is null ? null : RateOf(program, contest.Setting, contest.Amount.ToString(CultureInfo.InvariantCulture));
    }
}
