using InteractiveArticle.Simulation.Numerics;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Claims;

/// <summary>
/// All claims with a number in them, judged by one rule.
/// </summary>
/// <param name="Generosity">How far off a number may be and still hold, as a share of it; from 0 to 1.</param>
/// <param name="Claims">The claims, in the order of the article; at least one.</param>
public sealed record ClaimsLedger(double Generosity, params IReadOnlyList<Claim> Claims)
{
    /// <summary>The <see cref="Summary"/> of several claims that all hold.</summary>
    internal const string AllHold = "all hold";

    /// <summary>How many claims the article judges without a number.</summary>
    public int Others { get; init; }

    /// <summary>How many of these are wrong.</summary>
    public int OthersWrong { get; init; }

    /// <summary>How many claims end with a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public int Count(ClaimVerdict verdict) => Claims.Count(claim => claim.Judge(Generosity) == verdict);

    /// <summary>The claim that what is found lies furthest from: the last to hold.</summary>
    public Claim Furthest => Claims.MaxBy(claim => claim.Deviation)!;

    /// <summary>The claim that is the last to be no longer wrong, as the judge becomes more generous.</summary>
    public Claim LastWrong => Claims.MaxBy(claim => claim.ReachesSaid ? 0 : claim.Deviation)!;

    /// <summary>How generous a judge must be, in whole per cent, for no claim to fare worse than some verdict.</summary>
    /// <param name="verdict">The verdict; whoever is content with <see cref="ClaimVerdict.Wrong"/> need not be generous.</param>
    public double LeastPerCent(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Holds => Rounding.Up(100 * Furthest.Deviation),
        ClaimVerdict.Loose => LastWrong.ReachesSaid ? 0 : Rounding.Up(100 * LastWrong.Deviation / 3),
        _ => 0,
    };

    /// <summary>How the verdicts are spread: "9 hold, 4 are loose and 1 is wrong", or "all hold".</summary>
    public string Summary
    {
        get
        {
            var (hold, loose, wrong) = (Count(ClaimVerdict.Holds), Count(ClaimVerdict.Loose), Count(ClaimVerdict.Wrong));
            return hold > 1 && hold == Claims.Count ? AllHold : $"{Number(hold)} {(hold > 1 ? "hold" : "holds")}, {Number(loose)} {(loose > 1 ? "are" : "is")} loose and {Number(wrong)} {(wrong > 1 ? "are" : "is")} wrong";
        }
    }

    /// <summary>The number of a claim in the ledger, from 1 on.</summary>
    /// <param name="claim">One of the claims.</param>
    public int NumberOf(Claim claim) => Claims.Index().First(item => item.Item == claim).Index + 1;

    /// <summary>The ledger as a list of cards.</summary>
    public ClaimCards ToCards() => new(this);

    /// <summary>A number of claims in a sentence: "none" or "2".</summary>
    internal static string Number(int count) => count == 0 ? "none" : Prose($"{count}");
}
