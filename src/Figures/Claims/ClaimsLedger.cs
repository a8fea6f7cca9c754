using InteractiveArticle.Figures.Text;
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
    /// <summary>How many claims the article judges without a number.</summary>
    public int Others { get; init; }

    /// <summary>How many of these are wrong.</summary>
    public int OthersWrong { get; init; }

    /// <summary>How many claims end with a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public int Count(Verdict verdict) => Claims.Count(claim => claim.Judge(Generosity) == verdict);

    /// <summary>The claim that what is found lies furthest from.</summary>
    public Claim Furthest => Claims.MaxBy(claim => claim.Deviation)!;

    /// <summary>The claims whose verdict a slightly stricter judge would change: they are off by exactly what is allowed, or by three times as much.</summary>
    public IReadOnlyList<Claim> OnTheLine =>
    [
        .. Claims.Where(claim => claim.Deviation > 0 && new[] { Generosity, 3 * Generosity }.Any(line =>
            !Rounding.Exceeds(claim.Deviation, line) && !Rounding.Exceeds(line, claim.Deviation))),
    ];

    /// <summary>How the verdicts are spread: "9 hold, 4 are loose and 1 is wrong".</summary>
    public string Summary
    {
        get
        {
            var (hold, loose, wrong) = (Count(Verdict.Holds), Count(Verdict.Loose), Count(Verdict.Wrong));
            return $"{Number(hold)} {(hold > 1 ? "hold" : "holds")}, {Number(loose)} {(loose > 1 ? "are" : "is")} loose and {Number(wrong)} {(wrong > 1 ? "are" : "is")} wrong";
        }
    }

    /// <summary>How many are wrong, with a number and without: "Of 14 numbers none is wrong; of 14 other claims 2 are."; the first half alone where there are no others.</summary>
    public string Wrongs => Prose($"Of {AreSo(Claims.Count, "number", Count(Verdict.Wrong))} wrong{(Others == 0 ? "" : $"; of {OtherWrongs}")}.");

    /// <summary>How many of the claims without a number are wrong: "14 other claims 2 are".</summary>
    internal string OtherWrongs => AreSo(Others, "other claim", OthersWrong);

    /// <summary>The number of a claim in the ledger, from 1 on.</summary>
    /// <param name="claim">One of the claims.</param>
    public int NumberOf(Claim claim) => Claims.Index().First(item => item.Item == claim).Index + 1;

    /// <summary>The ledger as a list of cards.</summary>
    public ClaimCards ToCards() => new(this);

    private static string AreSo(int all, string what, int count) => Prose($"{Narration.Count(all, what)} {Number(count)} {(count > 1 ? "are" : "is")}");

    private static string Number(int count) => count == 0 ? "none" : Prose($"{count}");
}
