namespace InteractiveArticle.Simulation.SharedLink;

/// <summary>
/// What happened on a link, transfer by transfer, during some seconds of one run.
/// </summary>
public sealed record LinkTrace
{
    /// <summary>How the link was shared, from each beginning and end of a transfer until the next, in the order of time.</summary>
    public required IReadOnlyList<LinkSharing> Sharing { get; init; }

    /// <summary>The transfers that both began and were complete in these seconds, in the order in which they were complete.</summary>
    public required IReadOnlyList<LinkTransfer> Transfers { get; init; }

    /// <summary>When a part of a transfer had come; seconds from the beginning of the run.</summary>
    /// <param name="transfer">One of <see cref="Transfers"/>.</param>
    /// <param name="part">The part of its size, from 0 to 1.</param>
    public double SecondOf(LinkTransfer transfer, double part)
    {
        double given = transfer.Given + (part * transfer.Megabits);
        int next = 0;
        while (next < Sharing.Count && (Sharing[next].Given < given || Sharing[next].Second < transfer.Since))
        {
            next++;
        }

        if (part <= 0 || next == 0 || next == Sharing.Count || Sharing[next].Second > transfer.Until)
        {
            return part <= 0 ? transfer.Since : transfer.Until;
        }

        var (before, after) = (Sharing[next - 1], Sharing[next]);
        double passed = after.Given > before.Given ? (given - before.Given) / (after.Given - before.Given) : 0;
        return before.Second + (passed * (after.Second - before.Second));
    }
}

/// <summary>
/// How a link is shared from a moment on: every transfer moves at the same part of the bandwidth.
/// </summary>
/// <param name="Second">The moment; seconds from the beginning of the run.</param>
/// <param name="People">How many pages are on their way to people.</param>
/// <param name="Crawler">How many are on their way to the crawler.</param>
/// <param name="Given">What any transfer that was there all the time has been given by then; Mbit.</param>
public readonly record struct LinkSharing(double Second, int People, int Crawler, double Given);

/// <summary>
/// A page that came over the link.
/// </summary>
/// <param name="IsPerson">Whether a person asked for it, and not the crawler.</param>
/// <param name="Since">When it began to come; seconds from the beginning of the run.</param>
/// <param name="Until">When it was complete; seconds from the beginning of the run.</param>
/// <param name="Megabits">Its size; Mbit.</param>
/// <param name="Given">What any transfer that was there all the time had been given when it began; Mbit.</param>
public readonly record struct LinkTransfer(bool IsPerson, double Since, double Until, double Megabits, double Given)
{
    /// <summary>How long it took; seconds.</summary>
    public double Seconds => Until - Since;
}
