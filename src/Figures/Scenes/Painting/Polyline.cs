using InteractiveArticle.Figures.Scenes.Parts;

namespace InteractiveArticle.Figures.Scenes.Painting;

/// <summary>Lines through samples, with the samples left out that a straight line explains.</summary>
internal static class Polyline
{
    /// <summary>Leaves out samples, after Douglas and Peucker.</summary>
    /// <param name="samples">The samples in the order of time.</param>
    /// <param name="tolerance">How far a value that is left out may lie from the line.</param>
    /// <returns>The first and the last sample and whatever lies off the lines between those kept.</returns>
    public static IReadOnlyList<Sample> Simplify(IReadOnlyList<Sample> samples, double tolerance)
    {
        if (samples.Count < 3)
        {
            return samples;
        }

        bool[] isKept = new bool[samples.Count];
        isKept[0] = isKept[^1] = true;
        var spans = new Stack<(int First, int Last)>([(0, samples.Count - 1)]);
        while (spans.TryPop(out var span))
        {
            var (first, last) = (samples[span.First], samples[span.Last]);
            double worst = tolerance;
            int worstAt = -1;
            for (int n = span.First + 1; n < span.Last; n++)
            {
                double share = last.At > first.At ? (samples[n].At - first.At) / (last.At - first.At) : 0;
                double distance = Math.Abs(samples[n].Value - first.Value - (share * (last.Value - first.Value)));
                if (distance > worst)
                {
                    (worst, worstAt) = (distance, n);
                }
            }

            if (worstAt >= 0)
            {
                isKept[worstAt] = true;
                spans.Push((span.First, worstAt));
                spans.Push((worstAt, span.Last));
            }
        }

        return [.. samples.Where((_, n) => isKept[n])];
    }
}
