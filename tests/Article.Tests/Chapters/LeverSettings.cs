using InteractiveArticle.Notebook.Levers;
using InteractiveArticle.Parameters;

namespace InteractiveArticle.Article.Tests.Chapters;

/// <summary>The settings of a chapter's levers that its words have to bear.</summary>
internal static class LeverSettings
{
    /// <summary>Every lever at each of its ends, or at each of its words, with the others at the author's values; these alone first.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Ends(IReadOnlyList<Lever> levers) =>
    [
        Usual(levers),
        .. from lever in levers
           from value in Extremes(lever)
           select new Dictionary<string, string>(Usual(levers)) { [lever.Name] = value },
    ];

    /// <summary>All levers somewhere, half of them at an end.</summary>
    /// <param name="levers">The chapter's levers.</param>
    /// <param name="chance">Decides where.</param>
    public static IReadOnlyDictionary<string, string> Combination(IReadOnlyList<Lever> levers, Mutator chance) =>
        levers.ToDictionary(lever => lever.Name, lever => chance.OnceIn(2) || lever.Allowed.Minimum is null ? chance.OneOf(Extremes(lever)) : Somewhere(lever, chance));

    /// <summary>Settings as a command line would give them.</summary>
    public static string InWords(IReadOnlyDictionary<string, string> settings) => string.Join(' ', settings.Select(setting => $"{setting.Key}={setting.Value}"));

    /// <summary>Every lever at the author's value.</summary>
    public static Dictionary<string, string> Usual(IReadOnlyList<Lever> levers) => levers.ToDictionary(lever => lever.Name, lever => AllowedValues.TextOf(lever.Default));

    private static IReadOnlyList<string> Extremes(Lever lever) => lever.Allowed.Minimum is { } least
        ? [AllowedValues.TextOf(least), AllowedValues.TextOf(lever.Allowed.Maximum!.Value)]
        : lever.Allowed.Choices;

    private static string Somewhere(Lever lever, Mutator chance)
    {
        double least = lever.Allowed.Minimum!.Value;
        int steps = (int)Math.Round((lever.Allowed.Maximum!.Value - least) / lever.Step!.Value);
        return AllowedValues.TextOf(Math.Round(least + (chance.Below(steps + 1) * lever.Step.Value), 10));
    }
}
