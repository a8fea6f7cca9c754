namespace InteractiveArticle.Simulation.Engine;

/// <summary>
/// The events of the farther future, roughly sorted: the nearer they come, the finer.
/// </summary>
/// <typeparam name="TEvent">What happens.</typeparam>
/// <remarks>
/// Rungs of buckets hang below each other. When a bucket's turn comes, the few events in it go to the line; too many
/// are spread over the finer buckets of a new rung below first. Every spreading takes its bucket width from the events
/// at hand, so that the ladder follows a model whose delays or numbers change. An event moves down a few rungs in its
/// life whatever the number of events, and always together with its neighbours in time, which memory rewards.
/// The idea is that of W. T. Tang, R. S. M. Goh and I. L.-J. Thng, "Ladder queue: an O(1) priority queue structure for
/// large-scale discrete event simulation", ACM Transactions on Modeling and Computer Simulation 15, 2005.
/// </remarks>
internal sealed class EventLadder<TEvent>
    where TEvent : struct
{
    private const int FewestBuckets = 16;
    private const int SampleSize = 32;

    // How many times the way from the first event to the median one a rung reaches: far enough for most of the others.
    private const int Reach = 8;

    private EventChains<TEvent> chains = new();

    // The uppermost rung has a single bucket and no end: it is where a ladder grows from.
    private LadderRung[] rungs = [new()];
    private int lowest;

    public int Count { get; private set; }

    public void Add(in PendingEvent<TEvent> pending)
    {
        Count++;
        int level = lowest;
        while (level > 0 && !(pending.Time < rungs[level].End))
        {
            level--;
        }

        chains.Append(ref rungs[level].ChainAt(pending.Time), pending);
    }

    /// <summary>Moves the earliest events into an empty line; the ladder must not be empty.</summary>
    /// <returns>The time from which on events belong to the ladder; none of those that stay is earlier.</returns>
    public double Refill(ref EventLine<TEvent> line)
    {
        while (true)
        {
            int chain = rungs[lowest].TakeBucket(out double end);
            if (rungs[lowest].IsExhausted && lowest > 0)
            {
                lowest--;
            }

            int count = chains.Count(chain);
            if (count > EventLine<TEvent>.Capacity && TrySpread(chain, count, end))
            {
                continue;
            }

            if (count > 0)
            {
                Move(chain, line.Fill(count));
                line.Sort();
                return count > EventLine<TEvent>.Capacity ? line.Shed(this) : end;
            }
        }
    }

    private void Move(int chain, Span<PendingEvent<TEvent>> line)
    {
        Count -= line.Length;
        while (chain != 0)
        {
            var events = chains.LastBlock(chain);
            events.CopyTo(line);
            line = line[events.Length..];
            chain = chains.ReleaseLastBlock(chain);
        }
    }

    // Says no where the events are (nearly) all at the same time, or at times that buckets cannot tell apart.
    private bool TrySpread(int chain, int count, double end)
    {
        var (earliest, half) = Measure(chain, count);
        int buckets = Math.Clamp(count / 2, FewestBuckets, LadderRung.MostBuckets);
        double width = Reach * half / buckets;
        if (!(width > 1e-14 * Math.Abs(earliest) && width > 1e-300 && width < 1e300))
        {
            return false;
        }

        if (++lowest == rungs.Length)
        {
            Array.Resize(ref rungs, 2 * lowest);
            rungs.AsSpan(lowest).Fill(new());
        }

        ref var rung = ref rungs[lowest];
        rung.Start(earliest, width, buckets, end);
        while (chain != 0)
        {
            foreach (ref readonly var pending in chains.LastBlock(chain))
            {
                chains.Append(ref rung.ChainAt(pending.Time), pending);
            }

            chain = chains.ReleaseLastBlock(chain);
        }

        return true;
    }

    // The earliest time and the way to the median of a sample, or to the last finite time where the median says nothing.
    private (double Earliest, double Half) Measure(int chain, int count)
    {
        double earliest = double.PositiveInfinity;
        double latest = double.NegativeInfinity;
        Span<double> sample = stackalloc double[SampleSize];
        int stride = count / SampleSize;
        int seen = 0;
        int sampled = 0;
        for (; chain != 0; chain = chains.WithoutLastBlock(chain))
        {
            foreach (ref readonly var pending in chains.LastBlock(chain))
            {
                earliest = Math.Min(earliest, pending.Time);
                latest = double.IsFinite(pending.Time) ? Math.Max(latest, pending.Time) : latest;
                if (seen++ == sampled * stride && sampled < SampleSize)
                {
                    sample[sampled++] = pending.Time;
                }
            }
        }

        sample.Sort();
        double half = sample[SampleSize / 2] - earliest;
        return (earliest, half > 0 && double.IsFinite(half) ? half : latest - earliest);
    }
}
