namespace InteractiveArticle.Simulation.SharedLink;

/// <summary>Records what happens on a link from a moment on.</summary>
/// <param name="from">The moment; seconds from the beginning of the run.</param>
internal sealed class LinkRecorder(double from)
{
    private readonly List<LinkSharing> sharing = [];
    private readonly List<LinkTransfer> transfers = [];
    private int people;
    private int crawler;

    /// <summary>What was recorded.</summary>
    public LinkTrace Trace => new() { Sharing = sharing, Transfers = transfers };

    /// <summary>Records that a transfer begins.</summary>
    /// <param name="now">When; seconds.</param>
    /// <param name="isPerson">Whether it is a person's.</param>
    /// <param name="given">What any transfer that was there all the time has been given; Mbit.</param>
    public void Begin(double now, bool isPerson, double given) => Change(now, isPerson, 1, given);

    /// <summary>Records that a transfer is complete.</summary>
    /// <param name="transfer">The transfer, complete now.</param>
    /// <param name="given">What any transfer that was there all the time has been given; Mbit.</param>
    public void Complete(LinkTransfer transfer, double given)
    {
        Change(transfer.Until, transfer.IsPerson, -1, given);
        if (transfer.Since >= from)
        {
            transfers.Add(transfer);
        }
    }

    private void Change(double now, bool isPerson, int by, double given)
    {
        people += isPerson ? by : 0;
        crawler += isPerson ? 0 : by;
        if (now >= from)
        {
            sharing.Add(new(now, people, crawler, given));
        }
    }
}
