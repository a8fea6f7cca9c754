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
public enum ClaimVerdict
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
/// <param name="Found">The number that is found, or the lowest of a range; at least 0.</param>
/// <param name="Unit">The unit of both; empty for a pure number, "%" for shares from 0 to 1.</param>
/// <param name="Basis">Where the found number comes from: a source or a model.</param>
/// <param name="Source">The address at which the basis can be read; null for a model, or arithmetic.</param>
public sealed record Claim(string Words, ClaimKind Kind, double Said, double Found, string Unit, string Basis, string? Source = null)
{
    private const double HardlyOff = 0.0005;

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

    /// <summary>The claim in at most 18 letters, for where room is scarce.</summary>
    public string Name { get; init; } = Words;

    /// <summary>What was said, such as "under a minute", where that is more or vaguer than the number it is judged by; null where it is that number.</summary>
    public string? SaidAs { get; init; }

    /// <summary>What is found, such as "13:54", where it is not told as a number with a unit; null where it is.</summary>
    public string? FoundAs { get; init; }

    /// <summary>The highest number that is found, where it is a range from <see cref="Found"/> on; null where it is one number.</summary>
    public double? FoundTo { get; init; }

    /// <summary>Where the other end of the range, or the rest of what is told, comes from, and its address, which a model has none of; null where all comes from one.</summary>
    public (string Basis, string? Source)? Also { get; init; }

    /// <summary>What else there is to say of what is found; empty for nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether what is found comes from one of our own models.</summary>
    public bool IsModelled => Source is null && Basis.StartsWith("our model", StringComparison.Ordinal);

    /// <summary>How far what is found, or the middle of its range, lies from what is claimed, as a share of it: negative where it is less, and 0 where a limit is met.</summary>
    public double Off => OffAt(FoundTo is { } to ? (Found + to) / 2 : Found);

    /// <summary>How far the ends of what is found lie from what is claimed, as a share of it, also beyond a limit that is met; twice <see cref="Off"/> where it is one number.</summary>
    public (double From, double To) OffRange => FoundTo is { } to ? ((Found / Said) - 1, (to / Said) - 1) : (Off, Off);

    /// <summary>How far it is off, whichever way, as a share of what is claimed.</summary>
    public double Deviation => Math.Abs(Off);

    /// <summary>Whether what is found is a range that reaches what was said; then the claim is loose at worst.</summary>
    public bool ReachesSaid => FoundTo is { } to && Kind switch
    {
        ClaimKind.AtMost => !Rounding.Exceeds(Found, Said),
        ClaimKind.AtLeast => !Rounding.Exceeds(Said, to),
        _ => !Rounding.Exceeds(Found, Said) && !Rounding.Exceeds(Said, to),
    };

    /// <summary>The verdict.</summary>
    /// <param name="generosity">How far off a number may be and still hold, as a share of it; at least 0.</param>
    public ClaimVerdict Judge(double generosity) =>
        !Rounding.Exceeds(Deviation, generosity) ? ClaimVerdict.Holds : ReachesSaid || !Rounding.Exceeds(Deviation, 3 * generosity) ? ClaimVerdict.Loose : ClaimVerdict.Wrong;

    /// <summary>What was said, no more exactly than it was said: "about 6 h", "at least 300 M$", or "less than alone".</summary>
    public string SaidInWords => Other is not null ? $"less than {Other}"
        : SaidAs ?? (Kind switch { ClaimKind.AtMost => "at most ", ClaimKind.AtLeast => "at least ", _ => "" }) + WithUnit(Number(Said));

    /// <summary>The same for where room is scarce: of a comparison just "less".</summary>
    public string SaidBriefly => Other is null ? SaidInWords : "less";

    /// <summary>The number that is found, or its range, with its unit; of a comparison both numbers, as nobody has said either: "7.48 h, alone 34.9".</summary>
    public string FoundAmount => FoundAs
        ?? WithUnit(FoundTo is { } to ? $"{Number(Found)}–{Number(to)}" : Number(Found)) + (Other is null ? "" : $", {Other} {Number(Said)}");

    /// <summary>How far it is off, in words: "12.3 % off in the middle".</summary>
    public string OffInWords => Deviation switch
    {
        0 => "not off",
        < HardlyOff => "hardly off",
        >= 1 and var deviation => Prose($"{1 + deviation:0.#} times that"),
        var deviation => Prose($"{100 * deviation:0.#} % off"),
    } + (FoundTo is null ? "" : " in the middle");

    private double OffAt(double found) => Kind switch
    {
        ClaimKind.AtMost => Math.Max(0, (found / Said) - 1),
        ClaimKind.AtLeast => Math.Min(0, (found / Said) - 1),
        _ => (found / Said) - 1,
    };

    private string Number(double value) => Unit == "%" ? Prose($"{100 * value:0.#}") : Amount(value);

    private string WithUnit(string number) => $"{number} {Unit}".TrimEnd();
}
