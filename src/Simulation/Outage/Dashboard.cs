namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// The page that tells customers how S3 is, and the console with which its text is changed, which needs S3 itself.
/// </summary>
internal sealed class Dashboard
{
    // A page of the console makes a dozen requests to S3; it completes half of the time when 95 % succeed.
    private const double ConsoleNeeds = 0.95;

    private bool consoleMoved;
    private bool isUpdated;

    /// <summary>Whether somebody wants to change the text.</summary>
    public bool IsWanted { get; set; }

    /// <summary>When it began to tell the truth about a failure; not a number before.</summary>
    public double TruthfulFrom { get; private set; } = double.NaN;

    /// <summary>Says that the console no longer needs the S3 that fails.</summary>
    public void MoveConsole() => consoleMoved = true;

    /// <summary>Whether the text could have been changed by now.</summary>
    public bool CanTellTheTruth => isUpdated;

    /// <summary>Looks at what can be done now.</summary>
    /// <param name="now">Minutes after the command.</param>
    /// <param name="get">The share of GET requests that succeed.</param>
    /// <param name="hasFailed">Whether there is or was a failure to tell of.</param>
    public void Update(double now, double get, bool hasFailed)
    {
        isUpdated |= consoleMoved || (IsWanted && get >= ConsoleNeeds);
        if (double.IsNaN(TruthfulFrom) && hasFailed && isUpdated)
        {
            TruthfulFrom = now;
        }
    }
}
