using System.Diagnostics;

namespace InteractiveArticle.Benchmarks.Soak;

/// <summary>The steps of a long run, which ends with its steps or with its time.</summary>
internal static class Pace
{
    private const int Looks = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    /// <summary>The numbers of the steps, from 1, for as long as there is time.</summary>
    public static IEnumerable<int> Of(int steps)
    {
        long start = Stopwatch.GetTimestamp();
        return Enumerable.Range(1, steps).TakeWhile(_ => Stopwatch.GetElapsedTime(start) < Longest);
    }

    /// <summary>Whether a step is one of those after which to look.</summary>
    public static bool IsLook(int step, int steps) => step % Math.Max(1, steps / Looks) == 0;
}
