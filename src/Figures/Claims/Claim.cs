using InteractiveArticle.Simulation.Numerics;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Claims;

/// <summary>How a claim's number is meant.</summary>
public enum ClaimKind
{
    /// <summary>As a value: "about six hours".</summary>
    About,

    /// <summary>As an upper limit: "in under a minute".</summary>
    AtMost,

    /// <summary>As a lower limit: "at least 300 million".</summary>
    AtLeast,
}

/// <summary>What becomes of a claim.</summary>
public enum Verdict
{
    /// <summary>What is found lies as near as asked.</summary>
    Holds,

    /// <summary>What is found lies within three times as far as asked.</summary>
    Loose,

    /// <summary>What is found lies further away.</summary>
    Wrong,
}

/// <summary>
/// A claim with a number in it, beside what is found.
/// </summary>
/// <param name="Words">The claim in a few words.</param>
/// <param name="Kind">How its number is meant.</param>
/// <param name="Said">The number that is claimed; greater than 0.</param>
/// <param name="Found">The number that is found; at least 0.</param>
/// <param name="Unit">The unit of both; empty for a pure number, "%" for shares from 0 to 1.</param>
/// <param name="Basis">Where the found number comes from: a source or a model.</param>
/// <param name="Source">The address at which the basis can be read; null for a model, or arithmetic.</param>
public sealed record Claim(string Words, ClaimKind Kind, double Said, double Found, string Unit, string Basis, string? Source = null)
{
    /// <summary>A claim that some value is about so large.</summary>
    /// <inheritdoc cref="Claim" path="/param"/>
    public static Claim About(string words, double said, double found, string unit, string basis, string? source = null) => new(words, ClaimKind.About, said, found, unit, basis, source);

    /// <summary>A claim that some value is no larger.</summary>
    /// <inheritdoc cref="Claim" path="/param"/>
    public static Claim AtMost(string words, double said, double found, string unit, string basis, string? source = null) => new(words, ClaimKind.AtMost, said, found, unit, basis, source);

    /// <summary>A claim that some value is no smaller.</summary>
    /// <inheritdoc cref="Claim" path="/param"/>
    public static Claim AtLeast(string words, double said, double found, string unit, string basis, string? source = null) => new(words, ClaimKind.AtLeast, said, found, unit, basis, source);

    /// <summary>A claim that some value is less than another, to which it gives no number.</summary>
    /// <param name="other">What the other value belongs to, such as "on one's own".</param>
    /// <param name="words">The claim in a few words.</param>
    /// <param name="otherFound">The other value as it is found; greater than 0.</param>
    /// <param name="found">The value that is found; at least 0.</param>
    /// <param name="unit">The unit of both; empty for a pure number, "%" for shares from 0 to 1.</param>
    /// <param name="basis">Where both numbers come from: a source or a model.</param>
    public static Claim LessThan(string other, string words, double otherFound, double found, string unit, string basis) => new(words, ClaimKind.AtMost, otherFound, found, unit, basis) { Other = other };

    /// <summary>What the claimed number belongs to, where the claim compares two values and gives no number; null where it does.</summary>
    public string? Other { get; private init; }

    /// <summary>What is found, in words, where it is a range of which <see cref="Found"/> is the middle; null where it is a number.</summary>
    public string? FoundRange { get; init; }

    /// <summary>Whether that range reaches what was said; then the claim is loose at worst.</summary>
    public bool ReachesSaid { get; init; }

    /// <summary>What else there is to say of what is found; empty for nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether what is found comes from one of our own models.</summary>
    public bool IsModelled => Source is null && Basis.StartsWith("our model", StringComparison.Ordinal);

    /// <summary>What is found, as a multiple of what is claimed.</summary>
    public double Ratio => Found / Said;

    /// <summary>How far what is found lies on the wrong side of what is claimed, as a share of it; 0 where the claim is met.</summary>
    public double Deviation => Kind switch
    {
        ClaimKind.AtMost => Math.Max(0, Ratio - 1),
        ClaimKind.AtLeast => Math.Max(0, 1 - Ratio),
        _ => Math.Abs(Ratio - 1),
    };

    /// <summary>The verdict.</summary>
    /// <param name="generosity">How far off a number may be and still hold, as a share of it; at least 0.</param>
    public Verdict Judge(double generosity) =>
        !Rounding.Exceeds(Deviation, generosity) ? Verdict.Holds : ReachesSaid || !Rounding.Exceeds(Deviation, 3 * generosity) ? Verdict.Loose : Verdict.Wrong;

    /// <summary>The claimed number as it is meant: "about 6 h", or "less than alone (17.1 servers)".</summary>
    public string SaidInWords => Other is not null ? $"less than {Other} ({SaidAmount})"
        : (Kind switch { ClaimKind.AtMost => "at most ", ClaimKind.AtLeast => "at least ", _ => "about " }) + SaidAmount;

    /// <summary>The claimed number with its unit.</summary>
    public string SaidAmount => Text(Said);

    /// <summary>The number that is found, or its range, with its unit.</summary>
    public string FoundAmount => FoundRange ?? Text(Found);

    private string Text(double value) => Unit == "%"
        ? Prose($"{100 * value:0.#} %")
        : $"{Amount(value)} {Unit}".TrimEnd();
}
