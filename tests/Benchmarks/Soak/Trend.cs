using System.Globalization;

namespace InteractiveArticle.Benchmarks.Soak;

/// <summary>A quantity that is looked at now and then over a long run, and whether it stays where it is.</summary>
/// <param name="name">What it is, with its unit.</param>
internal sealed class Trend(string name)
{
    /// <summary>The columns of <see cref="Row"/>.</summary>
    public const string Columns = "| | at 10 % | at 50 % | at the end | a thousand more add | |\n| --- | --- | --- | --- | --- | --- |";

    // Until then caches fill and the compiler warms up.
    private const double WarmUp = 0.1;
    private const int FewestLooks = 5;

    // A garbage collector's heap breathes by as much; what is kept of every step shows in hundreds of them.
    private const double Tolerance = 0.05;

    private readonly List<(int Step, double Value)> looks = [];

    /// <summary>Looks at it.</summary>
    /// <param name="step">After so many steps.</param>
    /// <param name="value">What it is then.</param>
    public void Add(int step, double value) => looks.Add((step, value));

    /// <summary>Whether it rises after the warm-up.</summary>
    public bool Grows => Settled.Length >= FewestLooks && Slope * (Settled[^1].Step - Settled[0].Step) > Tolerance * Settled[0].Value;

    /// <summary>The line of a table.</summary>
    public string Row => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name}, {looks[^1].Step} times | {At(WarmUp):0.0} | {At(0.5):0.0} | {At(1):0.0} | {1000 * Slope:+0.00;-0.00;0} | {(Settled.Length < FewestLooks ? "too short to tell" : Grows ? "GROWS" : "flat")} |");

    private (int Step, double Value)[] Settled => [.. looks.Where(look => look.Step >= WarmUp * looks[^1].Step)];

    // Of the line that fits best.
    private double Slope
    {
        get
        {
            var (steps, values) = (Settled.Average(look => look.Step), Settled.Average(look => look.Value));
            double spread = Settled.Sum(look => Math.Pow(look.Step - steps, 2));
            return spread == 0 ? 0 : Settled.Sum(look => (look.Step - steps) * (look.Value - values)) / spread;
        }
    }

    private double At(double share) => looks.MinBy(look => Math.Abs(look.Step - (share * looks[^1].Step))).Value;
}
